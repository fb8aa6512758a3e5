/** Every address of the workbench; each page is loaded when it is asked for. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Missing, Shell } from '#web/shell.tsx';

/** What an address says after `?`: words only. */
export type Search = { readonly [name: string]: string | undefined };

const root = createRootRoute({
  component: Shell,
  notFoundComponent: Missing,
  validateSearch: (search: Record<string, unknown>): Search =>
    Object.fromEntries(
      Object.entries(search).flatMap(([key, value]) =>
        typeof value === 'string' && value !== '' ? [[key, value]] : [],
      ),
    ),
});

const at = <P extends string>(path: P, load: () => Promise<{ Page: () => React.ReactNode }>) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, 'Page') });

export const router = createRouter({
  routeTree: root.addChildren([
    at('/', () => import('#web/pages/overview/page.tsx')),
    at('/who', () => import('#web/pages/who/page.tsx')),
    at('/claims/$id', () => import('#web/pages/who/claim.tsx')),
    at('/forced-labour', () => import('#web/pages/forced-labour/page.tsx')),
    at('/how-many', () => import('#web/pages/how-many/page.tsx')),
    at('/money', () => import('#web/pages/money/page.tsx')),
    at('/response', () => import('#web/pages/response/page.tsx')),
    at('/requests', () => import('#web/pages/requests/page.tsx')),
    at('/sources', () => import('#web/pages/sources/page.tsx')),
    at('/sources/$id', () => import('#web/pages/sources/source.tsx')),
    at('/compare', () => import('#web/pages/compare/page.tsx')),
    at('/parties', () => import('#web/pages/parties/page.tsx')),
    at('/parties/$id', () => import('#web/pages/parties/party.tsx')),
    at('/standards', () => import('#web/pages/standards/page.tsx')),
    at('/standards/$id', () => import('#web/pages/standards/standard.tsx')),
    at('/interviews', () => import('#web/pages/interviews/page.tsx')),
    at('/lists', () => import('#web/pages/lists/page.tsx')),
    at('/review', () => import('#web/pages/review/page.tsx')),
    at('/report', () => import('#web/pages/report/page.tsx')),
    at('/read', () => import('#web/pages/read/page.tsx')),
  ]),
  // addresses are read by people: plain words, never JSON
  parseSearch: text => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: search => {
    const words = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '');
    const text = new URLSearchParams(words as [string, string][]).toString();
    return text === '' ? '' : `?${text}`;
  },
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
