/** What a bank or the office moves by itself: interest, charges, tax withheld. */
export const OWN_KINDS = ['INTEREST', 'FEE', 'TAX'] as const;
export type OwnKind = (typeof OWN_KINDS)[number];

/** The bank's words for each (policy). */
export type OwnWords = Readonly<Record<OwnKind, readonly string[]>>;

/** Which of them a line is by the bank's own word for it; null for the others. The whole word decides, so that no payer can write it. */
export function ownKindOf(kind: string | null, words: OwnWords): OwnKind | null {
  const told = kind?.replaceAll(' ', '') ?? '';
  return OWN_KINDS.find((own) => words[own].includes(told)) ?? null;
}
