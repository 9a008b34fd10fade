import { describe, expect, it } from 'vitest';
import { CommandError } from './command-error.ts';
import { parseOptions } from './options.ts';

const RULES = { values: ['out', 'listen'], flags: ['help'], lists: ['format'] };
const parse = (...args: string[]) => parseOptions('render', args, RULES);

describe('the options of a command', () => {
  it('take their values beside them or behind =, in any order', () => {
    const { positionals, values, flags } = parse(
      'in.wav',
      '--out',
      'o.wav',
      '--listen=ears',
      'f.json',
      '--help',
    );
    expect(positionals).toEqual(['in.wav', 'f.json']);
    expect(values).toEqual({ out: 'o.wav', listen: 'ears' });
    expect([...flags]).toEqual(['help']);
  });

  it('that may be repeated take their values one by one or between commas', () => {
    expect(parse('--format', 'csv', '--format=wav,brutefir').lists).toEqual({
      format: ['csv', 'wav', 'brutefir'],
    });
    expect(parse().lists).toEqual({ format: [] });
  });

  it('end at --, and - is a name', () => {
    expect(parse('-', '--', '--out').positionals).toEqual(['-', '--out']);
    expect(parse('--out', '-name').values).toEqual({ out: '-name' });
  });

  it.each([
    [['--ouch', 'x'], '--ouch: no such option'],
    [['-o', 'x'], '-o: no such option'],
    [['--toString', 'x'], '--toString: no such option'],
    [['--out'], '--out: expected a value, got nothing'],
    [['--out', '--listen'], '--out: expected a value, got "--listen"'],
    [['--out='], '--out: expected a value, got ""'],
    [['--out', 'a', '--out', 'b'], '--out: expected once, got twice'],
    [['--help=yes'], '--help: expected no value, got "yes"'],
    [['--format', 'csv', '--format'], '--format: expected a value, got nothing'],
  ])('refuse %j', (args, message) => {
    expect(() => parse(...args)).toThrow(CommandError);
    expect(() => parse(...args)).toThrow(message);
  });
});
