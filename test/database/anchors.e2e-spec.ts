import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { manualClock, type ManualClock } from '#libs/calendar';
import { AnchorService, readAnchorFolder } from '#libs/seal';
import { openAuthority, type Authority } from '../support/authority.js';
import { SealedDatabase } from '../support/sealed-database.js';

describe('anchors', () => {
  let database: SealedDatabase;
  let authority: Authority;
  let folder: string;
  let clock: ManualClock;
  let anchors: AnchorService;

  beforeAll(async () => {
    [database, authority] = await Promise.all([SealedDatabase.open(), openAuthority()]);
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-anchors-'));
    await database.fill(1);
    await database.seal();
    await database.fill(1);
    await database.seal();
    clock = manualClock(new Date().toISOString());
    anchors = new AnchorService(database.source, database.keyring, clock, { anchorFolder: folder, intervalSeconds: 0, authorityUrl: authority.url });
  }, 120_000);

  afterEach(() => {
    authority.mode = 'HONEST';
  });

  afterAll(async () => {
    await Promise.all([database.close(), authority.stop()]);
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const files = (): string[] => fs.readdirSync(folder).sort();

  it('wait for the end of the day', async () => {
    await anchors.catchUp();
    expect(files()).toEqual([]);
  });

  it('hold the last batch of a day that is over, in a file that nobody writes over, even while the authority is down', async () => {
    authority.mode = 'DOWN';
    clock.set(new Date(clock.now().getTime() + 86_400_000).toISOString());
    await anchors.catchUp();
    const [file] = await readAnchorFolder(folder);
    expect([files().length, file?.anchor?.number, anchors.problem]).toEqual([1, 2, 'the authority answered 503']);
    expect(file?.name).toMatch(/^\d{4}-\d\d-\d\d-batch-000000002\.json$/);
    expect(fs.statSync(path.join(folder, file?.name ?? '')).mode & 0o222).toBe(0);
    expect(await database.verify(await readAnchorFolder(folder))).toMatchObject({ sound: true });
  });

  it('get their timestamp when the authority is back, not before it is asked again', async () => {
    await anchors.catchUp();
    expect(anchors.problem).toBe('the authority answered 503');
    clock.set(new Date(clock.now().getTime() + 61_000).toISOString());
    await anchors.catchUp();
    expect([anchors.problem, files().map((name) => path.extname(name))]).toEqual([null, ['.json', '.tst']]);
    const rows = (await database.source.query('select authority, stamped_at as "stampedAt" from seal_timestamp')) as { authority: string; stampedAt: Date }[];
    expect(rows).toEqual([{ authority: 'Small Time Authority', stampedAt: expect.any(Date) }]);
  });

  it('are written again where somebody took the file away, and are found where somebody changed it', async () => {
    const [name = ''] = files();
    const before = fs.readFileSync(path.join(folder, name), 'utf8');
    fs.rmSync(path.join(folder, name), { force: true });
    await anchors.catchUp();
    expect(fs.readFileSync(path.join(folder, name), 'utf8')).toBe(before);
    const forged = { ...(JSON.parse(before) as object), chainHash: 'a'.repeat(64) };
    const { findings } = await database.verify([{ name, anchor: forged as never }]);
    expect(findings).toMatchObject([{ kind: 'ANCHOR' }]);
    fs.writeFileSync(path.join(folder, '2020-01-01-batch-000000001.json'), 'no anchor');
    expect((await database.verify(await readAnchorFolder(folder))).findings).toMatchObject([{ kind: 'ANCHOR', text: { en: expect.stringContaining('2020-01-01') } }]);
  });

  it('are helped out between two of them by the head that is kept outside, which no earlier head replaces', async () => {
    const apart = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-head-'));
    const keeper = new AnchorService(database.source, database.keyring, clock, { anchorFolder: apart, intervalSeconds: 0, authorityUrl: null });
    await database.fill(1);
    await database.seal();
    await keeper.keepHead();
    const head = fs.readFileSync(path.join(apart, 'head.json'), 'utf8');
    expect(await database.verify(await readAnchorFolder(apart))).toMatchObject({ sound: true });
    const { findings } = await database.verifyAfter(async (tx) => {
      const last = '(select max(number) from seal_batch)';
      await tx.query(`delete from seal_page where batch_number = ${last}`);
      await tx.query(`delete from seal_batch where number = ${last}`);
    }, await readAnchorFolder(apart));
    expect(findings.map(({ kind }) => kind)).toContain('ANCHOR');
    const later = head.replace(/"number": \d+/, '"number": 999');
    fs.writeFileSync(path.join(apart, 'head.json'), later);
    await keeper.keepHead();
    expect(fs.readFileSync(path.join(apart, 'head.json'), 'utf8')).toBe(later);
    fs.rmSync(apart, { recursive: true, force: true });
  });
});
