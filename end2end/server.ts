// The real program with its private PostgreSQL and a fresh demo company, on a free port.

import { expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

export interface Server {
  /** Where it listens: `http://127.0.0.1:…`. */
  address: string;
  /** Ends it, and fails if it did not end well or has logged an error of its own. */
  stop(): Promise<void>;
}

const target = process.env.CARGO_TARGET_DIR ?? path.join(__dirname, '../target');

/** Starts a server; `name` tells it from others that run at the same time. */
export async function start(name: string): Promise<Server> {
  // Not in the home folder: started as root, PostgreSQL runs as somebody who may not enter it.
  const folder = `/var/tmp/arende-end2end-${process.pid}-${name}`;
  const address = `127.0.0.1:${await freePort()}`;
  const { DATABASE_URL: _, ...environment } = process.env;
  const program = spawn(path.join(target, 'debug/arende'), ['serve', '--demo'], {
    env: { ...environment, ARENDE_ADDR: address, ARENDE_DATA_DIR: folder, RUST_LOG: 'warn', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(program, 'exit');
  let log = '';
  program.stdout.on('data', (text) => (log += text));
  program.stderr.on('data', (text) => (log += text));

  await expect(async () => {
    expect(program.exitCode, log).toBeNull();
    expect((await fetch(`http://${address}/readyz`)).status).toBe(200);
  }).toPass({ timeout: 60_000, intervals: [100] });

  return {
    address: `http://${address}`,
    async stop() {
      program.kill('SIGTERM');
      const [code] = await ended;
      await rm(folder, { recursive: true, force: true });
      expect(code, `the server ends well on SIGTERM\n${log}`).toBe(0);
      expect(log, 'the server logs no error and does not panic').not.toMatch(/ ERROR |panicked/);
    },
  };
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}
