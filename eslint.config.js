import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Which folder may know which: the walls of the house (README, "Architecture"). */
const MAY_KNOW = {
  refusal: [],
  acoustics: [],
  kernel: [],
  metering: [],
  media: ['refusal'],
  design: ['acoustics', 'metering', 'refusal'],
  export: ['design', 'acoustics'],
  measured: ['acoustics', 'design', 'export', 'refusal'],
  protocol: ['design', 'acoustics', 'export', 'kernel', 'measured', 'media', 'refusal'],
  workers: ['acoustics', 'design', 'export', 'measured', 'media', 'protocol', 'kernel', 'store', 'refusal'],
  engine: ['protocol', 'store', 'kernel', 'media', 'refusal'],
  library: ['store', 'design'],
  site: ['store'],
  store: ['protocol', 'design', 'refusal'],
  ui: ['store', 'refusal'],
  cli: ['design', 'export', 'kernel', 'measured'],
};
/** Folders of which these may use nothing but the types. */
const TYPES_ONLY = {
  protocol: ['design', 'acoustics', 'export', 'kernel', 'measured', 'media', 'refusal'],
  // The store owns the ports; engine and workers implement them.
  engine: ['store'],
  workers: ['store'],
  library: ['store'],
  site: ['store'],
};

const folders = Object.keys(MAY_KNOW);

/** Rules against paths into folders; imports are relative with every folder named on the way, so the path tells. */
function wall(patterns) {
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

function wallOf(folder) {
  const mayKnow = MAY_KNOW[folder];
  const typesOnly = TYPES_ONLY[folder] ?? [];
  const closed = folders.filter((other) => other !== folder && !mayKnow.includes(other));
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    ignores: ['**/*.test.{ts,tsx}', '**/testing/**'],
    rules: wall([
      {
        group: [
          ...closed.map((other) => `**/${other}/**`),
          '**/main.tsx',
          ...(folder === 'engine' ? [] : ['**/worklets/**']),
        ],
        message: `src/${folder} may know only: ${mayKnow.join(', ') || 'nothing else'}.`,
      },
      ...typesOnly.map((other) => ({
        group: [`**/${other}/**`],
        allowTypeImports: true,
        message: `src/${folder} may use only the types of src/${other}.`,
      })),
    ]),
  };
}

export default tseslint.config(
  {
    ignores: [
      'build/**',
      'dist/**',
      'node_modules/**',
      'worklets/kernel*/**',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/no-extraneous-class': 'off' } },
  {
    files: ['**/*.{js,mjs}', 'tools/**', 'bench/**', 'src/cli/**', 'e2e/**', 'vite.config.ts'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  { files: ['src/**/*.tsx', 'src/ui/**/*.ts'], ...reactHooks.configs.flat.recommended },
  ...folders.map(wallOf),
  {
    files: ['worklets/*.ts'],
    rules: wall([
      {
        group: folders
          .filter((other) => !['kernel', 'metering', 'protocol'].includes(other))
          .map((other) => `**/src/${other}/**`),
        message: 'The audio thread knows only kernel, metering and protocol.',
      },
    ]),
  },
);
