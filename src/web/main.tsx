/** Starts the workbench in the page. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Failed } from '#web/api.ts';
import { router } from '#web/router.tsx';
import { applyTheme } from '#web/settings.ts';
import '#web/styles/base.css';
import '#web/styles/parts.css';
import '#web/styles/pages.css';

applyTheme();

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // what the server refuses is not asked again; a server that is away is
      retry: (count, error) => !(error instanceof Failed) && count < 3,
      staleTime: Number.POSITIVE_INFINITY,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
