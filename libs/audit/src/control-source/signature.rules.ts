import { holidayCalendar, seoulDateOf } from '#libs/calendar';
import { truncatedPercent } from '#libs/money';

/** A signature under an approval request, with what auditors ask about it. */
export interface SignatureFact {
  readonly signerId: string;
  readonly signer: string;
  readonly signedAt: Date;
  readonly method: string;
  readonly number: string;
  readonly title: string;
  readonly maker: string;
  /** In won, digits; null where the command has none. */
  readonly amountWon: string | null;
  /** Whether one signature was all that the request had when it went through. */
  readonly alone: boolean;
}

/** From which hour to which, exclusive, an office works, in Seoul. */
export interface OfficeHours {
  readonly from: number;
  readonly to: number;
}

export interface SignerFigures {
  readonly signer: string;
  readonly signatureCount: bigint;
  readonly aloneCount: bigint;
  readonly offHoursCount: bigint;
  readonly sharePercent: string | null;
}

const CALENDAR = holidayCalendar();
const SEOUL_OFFSET_HOURS = 9;

/** Weekends and public holidays are outside office hours all day. */
export function signedOutsideOfficeHours({ signedAt }: Pick<SignatureFact, 'signedAt'>, { from, to }: OfficeHours): boolean {
  const hour = (signedAt.getUTCHours() + SEOUL_OFFSET_HOURS) % 24;
  return hour < from || hour >= to || !CALENDAR.isBusinessDay(seoulDateOf(signedAt));
}

/** A signature that follows one of the same person within `milliseconds`, with how long after, in seconds. */
export interface FastSignature {
  readonly signature: SignatureFact;
  readonly previous: SignatureFact;
  readonly secondsAfter: string;
}

/** Signatures in the order in which they were given; the first of a row is not fast, those after it are. */
export function signedWithin(signatures: readonly SignatureFact[], milliseconds: number): FastSignature[] {
  const last = new Map<string, SignatureFact>();
  return inOrder(signatures).flatMap((signature) => {
    const previous = last.get(signature.signerId);
    last.set(signature.signerId, signature);
    const gap = previous === undefined ? Infinity : signature.signedAt.getTime() - previous.signedAt.getTime();
    return previous === undefined || gap >= milliseconds ? [] : [{ signature, previous, secondsAfter: (gap / 1000).toFixed(3) }];
  });
}

const inOrder = (signatures: readonly SignatureFact[]): SignatureFact[] => [...signatures].sort((one, other) => one.signedAt.getTime() - other.signedAt.getTime());

/** Who signed how much of all, those who signed most first. */
export function figuresBySigner(signatures: readonly SignatureFact[], hours: OfficeHours): SignerFigures[] {
  const people = new Map<string, SignatureFact[]>();
  for (const signature of signatures) people.set(signature.signerId, [...(people.get(signature.signerId) ?? []), signature]);
  return [...people.values()]
    .map((own) => ({
      signer: own[0]?.signer ?? '',
      signatureCount: BigInt(own.length),
      aloneCount: BigInt(own.filter(({ alone }) => alone).length),
      offHoursCount: BigInt(own.filter((signature) => signedOutsideOfficeHours(signature, hours)).length),
      sharePercent: truncatedPercent(BigInt(own.length), BigInt(signatures.length)),
    }))
    .sort((one, other) => Number(other.signatureCount - one.signatureCount) || one.signer.localeCompare(other.signer, 'ko'));
}
