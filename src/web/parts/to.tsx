/** A link inside the workbench; the language goes with it. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsked } from '#web/hooks.ts';
import type { Search } from '#web/router.tsx';

interface ToProps {
  readonly to: string;
  readonly search?: Search;
  readonly className?: string;
  readonly hash?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

export function To({ search, children, ...rest }: ToProps) {
  const { lang } = useAsked();
  const asked = { ...(lang === undefined ? {} : { lang }), ...search };
  return (
    <Link {...(rest as { to: '/' })} search={asked as never}>
      {children}
    </Link>
  );
}
