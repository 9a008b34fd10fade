import { readFileSync } from 'node:fs';
import { DesignError } from '../design/design-error.ts';
import { CommandError } from './command-error.ts';
import { design } from './design-command.ts';
import { evaluate } from './evaluate-command.ts';
import { HELP } from './help.ts';
import { render } from './render-command.ts';
import { sweep } from './sweep/sweep-command.ts';

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  design,
  evaluate,
  render,
  sweep,
};

function version(): string {
  const path = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

async function run([name, ...args]: readonly string[]): Promise<void> {
  if (name === '--version') {
    process.stdout.write(`${version()}\n`);
  } else if (name === '--help' || name === 'help') {
    process.stdout.write(HELP);
  } else if (name === undefined) {
    throw new CommandError(
      `expected a command, one of ${Object.keys(COMMANDS).join(', ')}; see soundstage --help`,
    );
  } else if (!Object.hasOwn(COMMANDS, name)) {
    throw new CommandError(`${name}: no such command; see soundstage --help`);
  } else {
    await COMMANDS[name]!(args);
  }
}

/**
 * Runs the command; every failure is one line on stderr.
 * @returns the exit code
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await run(args);
    return 0;
  } catch (error) {
    const refused = error instanceof CommandError || error instanceof DesignError;
    const message = error instanceof Error ? error.message : String(error);
    const line = `soundstage: ${refused ? '' : 'internal error: '}${message}`.replace(/\s+/g, ' ');
    process.stderr.write(`${line}\n`);
    if (error instanceof CommandError) return error.exitCode;
    return refused ? 2 : 1;
  }
}
