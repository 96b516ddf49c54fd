import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { processTerminal } from '../../src/commands/terminal.js';

afterEach(() => {
  vi.restoreAllMocks();
});

/** As much of a process as the terminal touches. */
function host(): EventEmitter & { exits: number[]; stdout: EventEmitter; stderr: EventEmitter; written: string[] } {
  const exits: number[] = [];
  const written: string[] = [];
  return Object.assign(new EventEmitter(), {
    argv: [],
    env: {},
    cwd: () => '/',
    stdout: new EventEmitter(),
    stderr: Object.assign(new EventEmitter(), { write: (text: string) => written.push(text) }),
    exits,
    written,
    exit: (code: number) => exits.push(code),
  });
}

function terminalOf(process: EventEmitter): ReturnType<typeof processTerminal> {
  return processTerminal(process as unknown as NodeJS.Process);
}

describe('Ctrl-C', () => {
  test('ends a command that has nothing to clean up: nobody listens', () => {
    const process = host();
    terminalOf(process);
    expect(process.listenerCount('SIGINT')).toBe(0);
  });

  test('lets the others clean up, also when it comes twice, as npm hands it on', () => {
    const process = host();
    const { interrupted } = terminalOf(process);
    process.emit('SIGINT');
    process.emit('SIGINT');
    expect(interrupted.aborted).toBe(true);
    expect(process.exits).toEqual([]);
  });

  test('ends even those when it comes again later', () => {
    const process = host();
    const terminal = terminalOf(process);
    expect(terminal.interrupted.aborted).toBe(false);
    const clock = vi.spyOn(performance, 'now').mockReturnValue(10_000);
    process.emit('SIGINT');
    clock.mockReturnValue(20_000);
    process.emit('SIGINT');
    expect(process.exits).toEqual([130]);
  });

  test('while indices are deleted, the second says which, the third leaves and names them', () => {
    const process = host();
    const terminal = terminalOf(process);
    expect(terminal.interrupted.aborted).toBe(false);
    terminal.held.add('dragnet-a-logs').add('dragnet-a-events');
    const clock = vi.spyOn(performance, 'now').mockReturnValue(10_000);
    process.emit('SIGHUP');
    process.emit('SIGINT');
    expect(process.written).toEqual(['interrupted: deleting the temporary indices dragnet-a-logs, dragnet-a-events\n']);
    terminal.held.delete('dragnet-a-logs');
    clock.mockReturnValue(12_000);
    process.emit('SIGINT');
    expect(process.written[1]).toMatch(/^still deleting the temporary indices dragnet-a-events;/);
    expect(process.exits).toEqual([]);
    clock.mockReturnValue(14_000);
    process.emit('SIGINT');
    expect(process.written[2]).toMatch(/^these temporary indices stay; delete them by hand: dragnet-a-events$/m);
    expect(process.exits).toEqual([130]);
  });

  test.each(['SIGTERM', 'SIGHUP'])('%s is the same', (signal) => {
    const process = host();
    const { interrupted } = terminalOf(process);
    process.emit(signal);
    expect(interrupted.aborted).toBe(true);
  });
});

describe('a reader that goes away', () => {
  const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });

  test.each(['stdout', 'stderr'] as const)('of %s ends the run quietly', (stream) => {
    const process = host();
    terminalOf(process);
    process[stream].emit('error', gone);
    expect(process.exits).toEqual([0]);
  });

  test('of a terminal that was closed neither', () => {
    const process = host();
    const { interrupted } = terminalOf(process);
    process.stderr.emit('error', Object.assign(new Error('write EIO'), { code: 'EIO' }));
    expect(interrupted.aborted).toBe(true);
    expect(process.written).toEqual([]);
  });

  test('is an interruption where something must be cleaned up', () => {
    const process = host();
    const { interrupted } = terminalOf(process);
    process.stdout.emit('error', gone);
    expect(interrupted.aborted).toBe(true);
    expect(process.exits).toEqual([]);
  });
});
