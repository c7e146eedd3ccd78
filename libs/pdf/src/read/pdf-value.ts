/** What stands in a PDF file (ISO 32000-1, 7.3), as this house reads it. Text is Latin-1: one character, one byte. */
export class PdfName {
  constructor(readonly name: string) {}
}

export class PdfReference {
  constructor(readonly id: number) {}
}

export class PdfText {
  constructor(readonly bytes: string) {}
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>;
export type PdfValue = null | boolean | number | PdfName | PdfReference | PdfText | readonly PdfValue[] | PdfDictionary;

/** A dictionary with bytes behind it, unpacked. */
export class PdfStream {
  constructor(
    readonly dictionary: PdfDictionary,
    readonly bytes: Buffer,
  ) {}
}

/** A file that cannot be read as what it claims to be: cut off, changed, or written by a program this one does not know. */
export class UnreadablePdf extends Error {}

export const isDictionary = (value: PdfValue | PdfStream | undefined): value is PdfDictionary => value instanceof Map;

/** A dictionary with some members put in or replaced. */
export const withMembers = (dictionary: PdfDictionary, members: Readonly<Record<string, PdfValue>>): PdfDictionary => new Map([...dictionary, ...Object.entries(members)]);

/** The value as it stands in a file; every kind is closed by what follows it. */
export function written(value: PdfValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (value instanceof PdfName) return `/${value.name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
  if (value instanceof PdfReference) return `${value.id} 0 R`;
  if (value instanceof PdfText) return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`;
  if (isDictionary(value)) return `<<${[...value].map(([key, member]) => `${written(new PdfName(key))} ${written(member)}`).join(' ')}>>`;
  return `[${(value).map(written).join(' ')}]`;
}

/** A text string in UTF-16 with its mark. */
export const textValue = (text: string): PdfText => new PdfText(Buffer.from(`\ufeff${text.normalize('NFC')}`, 'utf16le').swap16().toString('latin1'));
