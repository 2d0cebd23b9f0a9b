import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A text the screen reader handed to its voice. */
export interface Said {
  text: string;
  /** BCP 47, as marked on what it reads; empty when nothing is marked. */
  lang: string;
  /** An application told of a description anew: Firefox does when focus comes to a field that is described by an error. */
  again?: boolean;
}

/** A desktop without a screen, where a person presses keys and listens. */
export interface Desktop {
  /** Starts a program there; it is ended with the desktop. */
  start(command: string, args: readonly string[], env?: Readonly<Record<string, string>>): ChildProcess;
  /** A folder of this desktop, deleted with it. */
  folder: string;
  /** Presses keys, by their names in X11 (`Tab`, `shift+Tab`, `Return`), one after the other. */
  press(...keys: readonly string[]): Promise<void>;
  /** Types what can be typed on an American keyboard. */
  type(text: string): Promise<void>;
  /**
   * Waits until nothing happens any more: no key is on its way, and for a moment there was no event, no speech, and no
   * process of this desktop at work. Waiting for silence alone goes out of step on a busy machine.
   * @param quietFor milliseconds; longer where the widget itself waits before it speaks
   * @returns what was said since the last time
   */
  listen(quietFor?: number): Promise<readonly Said[]>;
  /** Ends a program, with all that it started, and forgets what was said of it. */
  end(child: ChildProcess): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds. */
const quiet = { window: 450, look: 75, giveUp: 60_000 };

/** @throws naming the program that did not start */
export async function startDesktop(): Promise<Desktop> {
  const folder = await mkdtemp(join(tmpdir(), 'health-help-reader-'));
  const runtime = join(folder, 'run');
  await mkdir(runtime, { mode: 0o700 });
  const log = join(folder, 'orca.log');
  const started: ChildProcess[] = [];
  const env: Record<string, string> = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: folder,
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    LANG: 'C.UTF-8',
    LANGUAGE: 'en',
    TZ: 'America/Chicago',
    ACCESSIBILITY_ENABLED: '1',
    GNOME_ACCESSIBILITY: '1',
    GTK_MODULES: 'gail:atk-bridge',
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '0',
    ORCA_LOG: log,
  };
  const start: Desktop['start'] = (command, args, more = {}) => {
    const child = spawn(command, args, {
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      detached: true,
    });
    child.on('error', () => undefined);
    // What nobody reads would fill the pipe, and stop the program.
    child.stdout?.resume();
    child.stderr?.resume();
    started.push(child);
    return child;
  };

  const kill = (child: ChildProcess): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Has ended by itself.
    }
  };
  const close = async (): Promise<void> => {
    for (const child of [...started].reverse()) kill(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };

  try {
    const screen = start('Xvfb', [
      '-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-noreset',
    ]); // biome-ignore format: pairs
    env.DISPLAY = `:${await firstLine(screen, 3, 'Xvfb')}`;
    const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address=3']);
    env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus, 3, 'dbus-daemon');
    start('openbox', ['--sm-disable']);
    start('/usr/libexec/at-spi-bus-launcher', ['--launch-immediately', '--a11y=1', '--screen-reader=1']);
    const orca = start('/usr/bin/python3', [join(import.meta.dirname, 'start-orca.py')]);
    let complaint = '';
    orca.stderr?.on('data', (part: Buffer) => {
      complaint = (complaint + part.toString()).slice(-2000);
    });

    let read = 0;
    let keysUp = 0;
    let keysPressed = 0;
    let pending: Said[] = [];
    let lines = 0;
    /** Reads what Orca wrote since the last look. */
    const look = async (): Promise<void> => {
      const text = await readFile(log, 'utf8').catch(() => '');
      const end = text.lastIndexOf('\n') + 1;
      for (const line of text.slice(read, end).split('\n')) {
        if (!line) continue;
        lines += 1;
        const { say, lang, again, key, down } = JSON.parse(line);
        if (say !== undefined) pending.push({ text: say, lang, again });
        else if (key !== undefined && !down) keysUp += 1;
      }
      read = end;
    };

    const listen = async (quietFor: number = quiet.window): Promise<readonly Said[]> => {
      const end = Date.now() + quiet.giveUp;
      let since = Date.now();
      let before = '';
      for (;;) {
        await wait(quiet.look);
        if (orca.exitCode !== null) throw new Error(`Orca stopped: ${complaint}`);
        await look();
        const now = `${lines} ${await work(started)}`;
        if (now !== before || keysUp < keysPressed) since = Date.now();
        before = now;
        if (Date.now() - since >= quietFor) break;
        if (Date.now() > end)
          throw new Error(`It never got quiet: ${keysUp} of ${keysPressed} keys were seen`);
      }
      keysUp = 0;
      keysPressed = 0;
      const said = pending;
      pending = [];
      return said;
    };

    const xdotool = async (...args: readonly string[]): Promise<void> => {
      const child = spawn('xdotool', args, { env, stdio: 'ignore' });
      await new Promise<void>((done, failed) => {
        child.on('error', failed);
        child.on('close', (status) =>
          status === 0 ? done() : failed(new Error(`xdotool ${args.join(' ')} failed`)),
        );
      });
    };
    const press: Desktop['press'] = async (...keys) => {
      for (const key of keys) {
        keysPressed += key.split('+').length;
        await xdotool('key', '--delay', '30', key);
        await wait(60);
      }
    };
    await listen();
    return {
      start,
      folder,
      press,
      listen,
      async end(child) {
        kill(child);
        started.splice(started.indexOf(child), 1);
        await listen();
      },
      close,
      async type(text) {
        keysPressed += text.length;
        await xdotool('type', '--delay', '60', text);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A line a program writes into one of its descriptors. */
async function firstLine(child: ChildProcess, descriptor: number, name: string): Promise<string> {
  const stream = child.stdio[descriptor] as NodeJS.ReadableStream | null;
  return new Promise((found, failed) => {
    let text = '';
    stream?.on('data', (part: Buffer) => {
      text += part.toString();
      const [line, rest] = text.split('\n');
      if (rest !== undefined && line) found(line);
    });
    child.on('error', () => failed(new Error(`${name} is not installed`)));
    child.on('exit', (status) => failed(new Error(`${name} ended with ${status}`)));
  });
}

/** What the programs, and all that they started, have worked until now, in ticks of the system's clock. */
async function work(started: readonly ChildProcess[]): Promise<number> {
  const groups = new Set(started.map(({ pid }) => pid));
  let ticks = 0;
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // After the name, which may hold anything: state, parent, group, session, …, user and system time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (groups.has(Number(fields[3]))) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks;
}
