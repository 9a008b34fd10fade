import { CommandError } from './command-error.ts';

/** Options of one command: those that take a value, and those that are only given or not. */
export interface OptionRules {
  readonly values: readonly string[];
  readonly flags: readonly string[];
  /** Options that may be given more than once, and with several values between commas. */
  readonly lists?: readonly string[];
}

export interface Options {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
  /** Values of the options that take several, in their order; empty where not given. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/**
 * Splits a command's arguments: `--name value`, `--name=value`, flags, and `--` before names that begin with a dash.
 * @throws CommandError naming an option that is unknown, given twice, without its value, or with one it does not take
 */
export function parseOptions(command: string, args: readonly string[], rules: OptionRules): Options {
  const positionals: string[] = [];
  const values: Record<string, string> = {};
  const flags = new Set<string>();
  const lists = Object.fromEntries((rules.lists ?? []).map((name): [string, string[]] => [name, []]));
  const refuse = (reason: string) => new CommandError(`${reason}; see soundstage ${command} --help`);
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--') {
      positionals.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      positionals.push(arg);
      continue;
    }
    const [, name = arg, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (rules.flags.includes(name)) {
      if (inline !== undefined) throw refuse(`--${name}: expected no value, got "${inline}"`);
      flags.add(name);
      continue;
    }
    const isList = Object.hasOwn(lists, name);
    if (!isList && !rules.values.includes(name)) throw refuse(`${arg.split('=')[0]}: no such option`);
    const value = inline ?? args[++i];
    if (value === undefined || value === '' || (inline === undefined && value.startsWith('--'))) {
      throw refuse(`--${name}: expected a value, got ${value === undefined ? 'nothing' : `"${value}"`}`);
    }
    if (isList) {
      lists[name]!.push(...value.split(','));
      continue;
    }
    if (name in values) throw refuse(`--${name}: expected once, got twice`);
    values[name] = value;
  }
  return { positionals, values, flags, lists };
}
