import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { parseArgs } from 'node:util';
import { checkSignatures, type BadSignature } from '#libs/approval';
import { DomainError } from '#libs/errors';
import { checkPaper } from '#libs/report';
import { keyFinderOf, parseProof, publicKeysIn, readAnchorFolder, verifyDatabase, verifyExport, verifyProof, type Finding, type KeyFinder, type Outside, type Verification } from '#libs/seal';
import { keyringOf, openKeyFile, type Keyring } from '#libs/secret';
import type { Config } from '../config.js';
import { snapshot } from './snapshot.js';
import { verificationLines } from './verification-text.js';

/** Where the command line reads and writes. */
export interface Console {
  readonly say: (line: string) => void;
  readonly environment: Config;
}

const OPTIONS = { anchors: { type: 'string' }, 'public-key': { type: 'string' }, json: { type: 'boolean' } } as const;

/**
 * `npx baton verify [file] [--anchors <folder>] [--public-key <file>] [--json]`: checks the database, or without any
 * database a report or an export. Answers 0 when all is as it was sealed and 1 when it is not.
 */
export async function verify(args: readonly string[], { say, environment }: Console): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [file] = positionals;
  const trusted = values['public-key'] === undefined ? [] : publicKeysIn(fs.readFileSync(values['public-key'], 'utf8'));
  if (values['public-key'] !== undefined && trusted.length === 0) throw noPublicKey(values['public-key']);
  const anchorFolder = values.anchors ?? (file === undefined ? environment.anchorFolder : null);
  const outside: Outside = { anchors: anchorFolder === null ? [] : await readAnchorFolder(anchorFolder), publicKeys: trusted };
  const verification = file === undefined ? await verifyOnline(environment, outside) : await verifyFile(file, outside);
  if (values.json === true) say(JSON.stringify(verification, null, 2));
  else for (const line of verificationLines(verification, trusted.length > 0)) say(line);
  return verification.sound ? 0 : 1;
}

async function verifyOnline(config: Config, outside: Outside): Promise<Verification> {
  const keyOf = keysFor(config, outside);
  const keyring = outside.publicKeys.length > 0 ? null : keyringOfInstallation(config);
  return snapshot(config, async (tx) => {
    const verification = await verifyDatabase(tx, { keyOf, anchors: outside.anchors });
    if (keyring === null) return verification;
    const { checked, bad } = await checkSignatures(tx, keyring);
    return { ...verification, sound: verification.sound && bad.length === 0, findings: [...verification.findings, ...bad.map(forged)], signatures: checked };
  });
}

function forged({ id, requestNumber, signerName }: BadSignature): Finding {
  return {
    kind: 'SIGNATURE',
    batch: null,
    table: 'approval_signature',
    key: id,
    text: {
      ko: `결재 문서 ${requestNumber}의 ${signerName} 서명은 이 설치의 키로 만들어진 것이 아닙니다.`,
      en: `The signature of ${signerName} on ${requestNumber} was not made with the keys of this installation.`,
    },
  };
}

/** A key file that is not there is not made here. */
function keyringOfInstallation(config: Config): Keyring {
  if (config.keys !== undefined) return keyringOf(config.keys, 'BATON_KEYS');
  if (!fs.existsSync(config.keysFile)) throw noKeys(config.keysFile);
  return openKeyFile(config.keysFile);
}

/** The keys that were handed over; else those of the installation. */
function keysFor(config: Config, { publicKeys, anchors }: Outside): KeyFinder {
  if (publicKeys.length > 0) {
    const named = new Map(anchors.flatMap(({ anchor }) => (anchor === null ? [] : [[anchor.keyName, anchor.publicKey] as const])));
    const [only] = publicKeys;
    return (name) => {
      const known = publicKeysIn(named.get(name) ?? '')[0];
      return publicKeys.find((key) => known?.equals(key) === true) ?? (publicKeys.length === 1 ? (only ?? null) : null);
    };
  }
  return keyFinderOf(keyringOfInstallation(config));
}

async function verifyFile(file: string, outside: Outside): Promise<Verification> {
  const bytes = await head(file);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return verifyReport(fs.readFileSync(file), file, outside);
  if (bytes.toString('utf8').startsWith('{"kind":"baton-export"')) {
    return verifyExport(readline.createInterface({ input: fs.createReadStream(file), crlfDelay: Infinity }), outside);
  }
  const proof = parseProof(fs.readFileSync(file, 'utf8'));
  if (proof === null) throw notOurs(file);
  return verifyProof(proof, outside);
}

async function head(file: string): Promise<Buffer> {
  const handle = await fs.promises.open(file).catch(() => null);
  if (handle === null) throw notThere(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A report is checked with nothing but itself: its files, its pages, its signature, and the sealed rows that it rests on. */
async function verifyReport(pdf: Buffer, file: string, outside: Outside): Promise<Verification> {
  const { faults, proof, dataSha256, signature, comparedTexts, notes } = await checkPaper(pdf);
  if (proof === null && dataSha256 === null && signature === null && !faults.some(({ part }) => part === 'SIGNATURE')) throw notOurs(path.basename(file));
  const seals = proof === null ? NO_SEALS : verifyProof(proof, outside);
  const found = faults.map(({ part, text }): Finding => ({ kind: part, batch: null, table: null, key: null, text }));
  return {
    ...seals,
    sound: seals.sound && found.length === 0,
    findings: [...found, ...seals.findings],
    comparedTexts,
    ...(notes.length === 0 ? {} : { notes }),
    ...(dataSha256 === null ? {} : { dataSha256 }),
    ...(signature === null ? {} : { signer: { ...signature, stampedAt: signature.stampedAt?.toISOString() ?? null } }),
  };
}

/** A report that was made before anything was sealed. */
const NO_SEALS: Verification = { sound: true, findings: [], more: false, batches: 0, leaves: 0, rows: 0, anchors: 0, unsealed: 0, excused: 0, head: null, keys: [] };

const refused = (code: string, ko: string, en: string): DomainError => new DomainError('invalid', code, { ko, en });
const notThere = (file: string): DomainError => refused('verify.no-file', `파일 '${file}'을(를) 열 수 없습니다. 경로를 확인해 주세요.`, `The file '${file}' cannot be opened. Check its path.`);
const notOurs = (file: string): DomainError =>
  refused('verify.no-seal', `'${file}'에는 봉인 정보가 없습니다. Baton이 만든 보고서 PDF나 'npx baton export' 파일을 지정해 주세요.`, `'${file}' carries no seals. Give a report (PDF) of Baton or a file of 'npx baton export'.`);
const noPublicKey = (file: string): DomainError =>
  refused('verify.no-public-key', `'${file}'에 공개키(PEM)가 없습니다. 'npx baton public-key'로 받은 파일을 지정해 주세요.`, `There is no public key (PEM) in '${file}'. Give the file that 'npx baton public-key' wrote.`);
const noKeys = (file: string): DomainError =>
  refused('verify.no-keys', `키 파일 '${file}'이(가) 없습니다. BATON_KEYS_FILE 또는 --public-key를 지정해 주세요.`, `There is no key file '${file}'. Set BATON_KEYS_FILE or give --public-key.`);
