import type { Bilingual, ImportResult } from '../../api/types.js';
import type { Approval, Label } from './approval.requests.js';

/** The fund that a request is about: named in its input, or by the books it would post to. */
export function fundOf({ input, entries, labels }: Pick<Approval, 'input' | 'entries' | 'labels'>): string | null {
  if (typeof input['fundId'] === 'string') return input['fundId'];
  const book = entries.find((entry) => entry.book.startsWith('fund/'))?.book;
  return book?.slice('fund/'.length) ?? labels.find(({ kind }) => kind === 'fund')?.id ?? null;
}

/** The documents that a request rests on. */
export function documentsIn({ labels }: Pick<Approval, 'labels'>): readonly Label[] {
  return labels.filter(({ kind }) => kind === 'document');
}

const IMPORTS: ReadonlySet<string> = new Set(['fund-register.import', 'voucher-roster.import']);

/** What became of every row when an import was tried out; null for every other command. */
export function importResultOf({ command, result, submittedAt, makerLogin }: Approval): ImportResult | null {
  if (!IMPORTS.has(command) || !Array.isArray(result['sheets'])) return null;
  return { ...(result as unknown as ImportResult), dryRun: true, importedAt: submittedAt, importedBy: makerLogin };
}

/** Signatures that the step which is due still lacks. */
export function missingNow({ line, position }: Pick<Approval, 'line' | 'position'>): number {
  const step = line.find((each) => each.position === position);
  return step === undefined ? 0 : step.quorum - step.signatures.filter(({ decision }) => decision === 'SIGNED').length;
}

/** Whether the next signature is the last one: it runs the command. */
export function isLastSignature(approval: Pick<Approval, 'line' | 'position'>): boolean {
  return approval.position === approval.line.length && missingNow(approval) === 1;
}

/** May its drafter send it again as the next version? Only the latest version, and only when it came to nothing. */
export function mayRedraft({ drafted, state, version, versions }: Pick<Approval, 'drafted' | 'state' | 'version' | 'versions'>): boolean {
  const latest = Math.max(...versions.map((each) => each.version));
  return drafted && version === latest && ['RETURNED', 'RECALLED', 'FAILED', 'EXPIRED'].includes(state);
}

/** May its drafter take it back? Only before anybody has signed. */
export function mayRecall({ drafted, state, line }: Pick<Approval, 'drafted' | 'state' | 'line'>): boolean {
  return drafted && state === 'PENDING' && line.every((step) => step.signatures.length === 0);
}

/** When and why a request came to its end: told by its last event, else by its last signature. */
export function endOf({ end, line, expiresAt }: Pick<Approval, 'end' | 'line' | 'expiresAt'>): { readonly at: string; readonly reason: string | null; readonly problem: Bilingual | null } {
  if (end !== null) return end;
  const signatures = line.flatMap((step) => step.signatures);
  const last = [...signatures].sort((one, other) => one.signedAt.localeCompare(other.signedAt)).at(-1);
  return { at: last?.signedAt ?? expiresAt, reason: last?.decision === 'RETURNED' ? last.opinion : null, problem: null };
}

/** In whose place somebody may sign now: '' for their own, then those whom they stand in for. */
export function seatsOf({ waitingFor, seats }: Pick<Approval, 'waitingFor' | 'seats'>, userId: string): readonly { readonly id: string; readonly name: string }[] {
  const may = (id: string): boolean => waitingFor.some((signer) => signer.id === id);
  return [...(may(userId) ? [{ id: '', name: '' }] : []), ...seats.filter(({ id }) => may(id))];
}
