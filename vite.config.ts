import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as Plot from '@observablehq/plot';
import react from '@vitejs/plugin-react';
import { parseHTML } from 'linkedom';
import { defineConfig, type Plugin } from 'vite';

/**
 * Charts and touch handling write style sheets at run time. Their exact words are put beside the pages, so that the
 * server can allow those and nothing else; a test in Chromium tells when a new version writes others.
 */
function inlineStyles(): Plugin {
  const root = fileURLToPath(new URL('.', import.meta.url));
  const library = `${root}node_modules/react-aria/dist/private/`;
  return {
    name: 'inline-styles',
    generateBundle() {
      const { document } = parseHTML('<html></html>');
      const chart = Plot.plot({ document, className: 'plot', marks: [Plot.dot([[0, 0]])] });
      const charts = [...chart.querySelectorAll('style')].map(it => it.textContent);
      const touch = ['interactions/usePress.mjs', 'overlays/usePreventScroll.mjs'].flatMap(file =>
        [...readFileSync(library + file, 'utf8').matchAll(/textContent = `([^`]*)`\.trim\(\)/g)].map(
          ([, text]) =>
            (text ?? '')
              .replace(/\$\{[^}]*PRESSABLE[^}]*\}|\$\{[^}]*\}/g, 'data-react-aria-pressable')
              .trim(),
        ),
      );
      this.emitFile({
        type: 'asset',
        fileName: 'inline-styles.json',
        source: JSON.stringify([...charts, ...touch]),
      });
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  plugins: [react(), inlineStyles()],
  build: {
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    manifest: 'manifest.json',
  },
});
