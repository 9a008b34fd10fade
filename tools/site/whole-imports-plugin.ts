import { join } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';

/** Vite's own, which every `import()` of the built app goes through. */
const PRELOAD_HELPER = /vite\/preload-helper\.js$/;

/** In the built app, every part that is imported later is imported by `importWhole`, so that one that failed can be had again. */
export function wholeImports(): Plugin {
  let config: ResolvedConfig;
  let isThere = false;
  return {
    name: 'whole-imports',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    transform: {
      filter: { id: PRELOAD_HELPER },
      handler() {
        isThere = true;
        const path = join(config.root, 'src/site/import-whole.ts');
        return { code: `export { importWhole as __vitePreload } from ${JSON.stringify(path)};`, map: null };
      },
    },
    buildEnd(error) {
      if (!error && !isThere)
        this.error(
          'Vite has no preload helper of this name any more: imports that failed could not be repeated.',
        );
    },
  };
}
