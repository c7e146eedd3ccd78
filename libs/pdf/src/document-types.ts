/** What a document says about itself, on paper and in its metadata. Everything that may change the bytes is stated here. */
export interface DocumentMeta {
  readonly title: string;
  readonly subtitle?: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** Document number, printed on every page. */
  readonly number: string;
  /** Disclosure class (대외비, 공개, …), printed on every page. */
  readonly securityMark: string;
  readonly language: 'ko-KR' | 'en-US';
  /** The stated instant of creation: the only clock the document knows. */
  readonly createdAt: Date;
  /** SHA-256 of the canonical dataset, 64 hexadecimal digits; printed on every page and part of the file identifier. */
  readonly dataSha256: string;
  readonly producer?: string;
  /** Which version of its layout the document is set with: the same data set otherwise is another one. */
  readonly layout?: number;
  /** A short line under the page number, e.g. the issuing body. */
  readonly footerNote?: string;
}

/** A file inside the document: machine-readable data with the very numbers that are printed. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly bytes: Uint8Array;
  readonly relationship: 'Data' | 'Supplement' | 'Source';
}

export interface RenderOptions {
  readonly attachments?: readonly Attachment[];
  /** Marks a copy: up to three lines (who, why, when) laid diagonally over every page. */
  readonly watermark?: readonly string[];
  /** How the first page lies; upright when left out. */
  readonly orientation?: 'portrait' | 'landscape';
}
