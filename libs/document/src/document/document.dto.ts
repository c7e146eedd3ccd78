import { IdField, ShownId, ShownInstant, ShownInteger, ShownText, TextField } from '#libs/http';
import { Matches } from 'class-validator';

export class DocumentParams {
  @IdField()
  id!: string;
}

export class DownloadDocumentDto {
  @TextField({ min: 2, max: 500, description: 'Why the file is taken away; kept in the access log' })
  @Matches(/\S/)
  reason!: string;
}

export class DocumentDto {
  @ShownId()
  id!: string;

  @ShownText({ description: 'SHA-256 of the content, lower-case hexadecimal' })
  sha256!: string;

  @ShownText()
  fileName!: string;

  @ShownText({ description: 'By the content, not by what the browser claimed' })
  mediaType!: string;

  @ShownInteger()
  sizeBytes!: number;

  @ShownId()
  uploadedBy!: string;

  @ShownText()
  uploadedByName!: string;

  @ShownInstant()
  uploadedAt!: string;
}
