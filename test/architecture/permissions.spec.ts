import { beforeAll, describe, expect, it } from '@jest/globals';
import { PERMISSIONS, type Permission } from '#libs/access';
import fs from 'node:fs';
import path from 'node:path';
import { readContract } from '../../apps/api/src/docs/contract.js';

const LIBS = path.resolve(import.meta.dirname, '../../libs');

/** A command says its name where it is defined: `name: 'investment.record'`. */
function commandNames(): string[] {
  const files = fs.readdirSync(LIBS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.service.ts'));
  const names = files.flatMap((file) => [...fs.readFileSync(path.join(LIBS, file), 'utf8').matchAll(/^\s+name: '([a-z-]+\.[a-z-]+)',$/gm)]);
  return names.flatMap((match) => match[1] ?? []).sort();
}

/** Commands of people who are not signed in yet: the code that they show stands for the session. */
const BEFORE_SIGNING_IN = ['invitation.redeem'];

describe('permissions', () => {
  const known = Object.keys(PERMISSIONS).sort();
  const commands = commandNames();
  let asked: Permission[];

  beforeAll(async () => {
    const { routes } = await readContract();
    asked = routes.flatMap((route) => (route.access?.kind === 'allow' ? [route.access.permission] : []));
  }, 90_000);

  it('exist for every command: its name is the permission it needs', () => {
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('exist for every route', () => {
    expect(asked.filter((permission) => !known.includes(permission))).toEqual([]);
  });

  it('are each asked for by a route or a command', () => {
    const used = new Set<string>([...asked, ...commands]);
    expect(known.filter((permission) => !used.has(permission))).toEqual([]);
  });

  it('guard each command by a route of the same name', () => {
    expect(commands.filter((name) => !asked.includes(name as Permission))).toEqual(BEFORE_SIGNING_IN);
  });
});
