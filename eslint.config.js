import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Which folder may know which: the walls of the house (README, "Architecture"). */
const MAY_KNOW = {
  acoustics: [],
  kernel: [],
  design: ['acoustics'],
  protocol: ['design', 'acoustics', 'kernel'],
  workers: ['acoustics', 'design', 'protocol', 'kernel', 'store'],
  engine: ['protocol', 'store'],
  store: ['protocol', 'design'],
  ui: ['store'],
  cli: ['design', 'kernel'],
};
/** Folders of which these may use nothing but the types. */
const TYPES_ONLY = {
  protocol: ['design', 'acoustics', 'kernel'],
  // The store owns the ports; engine and workers implement them.
  engine: ['store'],
  workers: ['store'],
};

const folders = Object.keys(MAY_KNOW);

function wallOf(folder) {
  const zones = folders
    .filter((other) => other !== folder && !MAY_KNOW[folder].includes(other))
    .map((other) => ({
      target: `./src/${folder}`,
      from: `./src/${other}`,
      message: `src/${folder} may know only: ${MAY_KNOW[folder].join(', ') || 'nothing else'}.`,
    }));
  zones.push({ target: `./src/${folder}`, from: './src/main.tsx' });
  zones.push({ target: `./src/${folder}`, from: './worklets', except: folder === 'engine' ? ['./'] : [] });
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      ...(TYPES_ONLY[folder] && {
        'no-restricted-imports': 'off',
        '@typescript-eslint/no-restricted-imports': [
          'error',
          {
            patterns: TYPES_ONLY[folder].map((other) => ({
              group: [`**/${other}/**`],
              allowTypeImports: true,
              message: `src/${folder} may use only the types of src/${other}.`,
            })),
          },
        ],
      }),
    },
  };
}

export default tseslint.config(
  {
    ignores: [
      'build/**',
      'dist/**',
      'node_modules/**',
      'worklets/kernel/**',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    plugins: { 'import-x': importX },
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
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            {
              target: './worklets',
              from: './src',
              except: ['./kernel', './protocol'],
              message: 'The audio thread knows only kernel and protocol.',
            },
          ],
        },
      ],
    },
  },
);
