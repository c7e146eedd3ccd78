import { uploadFile } from '../../api/download.js';
import type { components } from '../../api/schema.js';
import type { Correction, SheetSource } from '../roster/roster.requests.js';
import type { DeedHeader } from '../rule/use-deed.js';

/** What the register of any call answers, of grants or of matching. */
export type CallRegisterResult = Pick<components['schemas']['GrantRegisterResultDto'], 'callId' | 'callName' | 'opened' | 'rejected' | 'unchanged' | 'notes' | 'sheets' | 'postings'>;

/** A register as it is sent: into a call, or with what a call is opened by. */
export interface RegisterRequest<Sheet extends string, Opening> {
  readonly source: SheetSource<Sheet>;
  readonly where: { readonly callId: string } | Opening;
  readonly corrections: readonly Correction[];
}

/** Judged without being recorded, or recorded with the total that the preview showed. */
type How = { dryRun: 'true' } | { amountWon: string };

interface Pasted<Sheet extends string> {
  readonly sheet: Sheet;
  readonly text: string;
  readonly corrections: Correction[];
}

/** The two ways in of a register. `record` throws `SubmittedError` where it waits for signatures. */
export interface RegisterDoor<Sheet extends string, Opening, Result> {
  readonly preview: (request: RegisterRequest<Sheet, Opening>, header: DeedHeader) => Promise<Result>;
  readonly record: (request: RegisterRequest<Sheet, Opening>, amountWon: string, header: DeedHeader) => Promise<Result>;
}

/** The door of one kind of register: workbooks go to `path`, pasted cells through `paste`. */
export function registerDoor<Sheet extends string, Opening extends Readonly<Record<string, string>>, Result>(
  path: string,
  paste: (query: RegisterRequest<Sheet, Opening>['where'] & How, body: Pasted<Sheet>, header: DeedHeader) => Promise<Result>,
): RegisterDoor<Sheet, Opening, Result> {
  const send = ({ source, where, corrections }: RegisterRequest<Sheet, Opening>, how: How, header: DeedHeader): Promise<Result> => {
    if (source.kind === 'paste') return paste({ ...where, ...how }, { sheet: source.sheet, text: source.text, corrections: [...corrections] }, header);
    const fields = corrections.length === 0 ? {} : { corrections: JSON.stringify(corrections) };
    return uploadFile<Result>(`${path}?${new URLSearchParams({ ...where, ...how }).toString()}`, source.file, { ...header }, fields);
  };
  return {
    preview: (request, header) => send(request, { dryRun: 'true' }, header),
    record: (request, amountWon, header) => send(request, { amountWon }, header),
  };
}
