import type { Plugin } from 'vite';

/** Packages whose own build writes the names of all functions down once more, for stack traces. */
const NAMED = /node_modules\/@radix-ui\/.*\.mjs$/;
const NAMING = /^(\s*)__name\(/gm;
const NAMING_OF_CLASS = /static \{\s*__name\(this, "[^"]*"\);\s*\}/g;

/** Says of what packages do only for a debugger's sake that it is of no consequence, so that a build leaves it out, and with it what nobody calls. */
export function leanPackages(): Plugin {
  return {
    name: 'lean-packages',
    apply: 'build',
    transform(code, id) {
      if (!NAMED.test(id)) return null;
      return {
        code: code.replace(NAMING_OF_CLASS, '').replace(NAMING, '$1/* @__PURE__ */ __name('),
        map: null,
      };
    },
  };
}
