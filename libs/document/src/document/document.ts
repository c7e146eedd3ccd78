/** A file that was handed in: what it is, under which name, by whom. Its bytes lie in the document store. */
export interface Document {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly uploadedBy: string;
  readonly uploadedByName: string;
  readonly uploadedAt: Date;
}

/** What is known of a file once its bytes have arrived: the input of the command, and of its log. */
export interface ArrivedFile {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}
