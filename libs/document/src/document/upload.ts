import '@fastify/multipart';
import type { Multipart, MultipartValue } from '@fastify/multipart';
import { DomainError } from '#libs/errors';
import type { FastifyRequest } from 'fastify';
import type { DocumentStore, StagedFile } from '../store/document-store.js';

const FIELD = 'file';
/** A form brings one file and a few fields, the longest of which lists corrected cells. */
const FORM_LIMITS = { files: 1, fields: 10, parts: 11, fieldSize: 500_000, headerPairs: 50 } as const;

export interface Upload {
  readonly staged: StagedFile;
  readonly fileName: string | undefined;
  /** The other fields of the form. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Takes the one file of a multipart form into the store's staging, without ever holding all of it. Throws `DomainError`
 * (invalid) for whatever a client can do wrong: another content type, a broken or truncated form, no file, a second
 * file, an empty or too large one.
 */
export async function receiveUpload(request: FastifyRequest, store: DocumentStore, maximumBytes: number): Promise<Upload> {
  if (!request.isMultipart()) throw notAForm();
  // The parser cuts one byte above the limit, so that the store sees that there was more.
  const parts = request.parts({ limits: { ...FORM_LIMITS, fileSize: maximumBytes + 1 } });
  let upload: Omit<Upload, 'fields'> | null = null;
  const fields: Record<string, string> = {};
  try {
    for (let part = await nextPart(parts); part !== null; part = await nextPart(parts)) {
      if (part.type === 'field') {
        fields[part.fieldname] = textOf(part);
        continue;
      }
      if (part.fieldname !== FIELD) throw wrongField(part.fieldname);
      upload = { staged: await store.stage(readable(part.file), maximumBytes), fileName: part.filename };
    }
    if (upload === null) throw noFile();
    if (upload.staged.sizeBytes === 0) throw emptyFile();
    return { ...upload, fields };
  } catch (error) {
    await upload?.staged.discard();
    // Whatever is still on its way is read and thrown away: a client that is still sending would not hear the answer.
    request.raw.unpipe();
    request.raw.resume();
    throw error;
  }
}

/** Whatever the parser says against the form is the client's fault; what the store says is not. */
async function nextPart(parts: AsyncIterableIterator<Multipart>): Promise<Multipart | null> {
  try {
    const { value, done } = (await parts.next()) as IteratorResult<Multipart, undefined>;
    return done === true ? null : value;
  } catch (error) {
    throw error instanceof DomainError ? error : brokenForm(error);
  }
}

/** Throws where the parser cut the field off: half of a list is another list. */
function textOf({ value, valueTruncated }: MultipartValue): string {
  if (valueTruncated) throw brokenForm(new Error('a field is longer than the form admits'));
  return typeof value === 'string' ? value : '';
}

async function* readable(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw brokenForm(error);
  }
}

function refusal(code: string, ko: string, en: string, cause?: unknown): DomainError {
  return new DomainError('invalid', code, { ko, en }, { cause });
}

const notAForm = (): DomainError =>
  refusal(
    'document.not-a-form',
    'multipart/form-data 형식으로 file 항목에 파일을 담아 보내 주세요.',
    'Send multipart/form-data with the file in the field "file".',
  );

const wrongField = (name: string): DomainError =>
  refusal(
    'document.wrong-field',
    `파일은 file 항목에 담아 보내 주세요(받은 항목: ${name.slice(0, 50)}).`,
    `Put the file into the field "file" (received: ${name.slice(0, 50)}).`,
  );

const noFile = (): DomainError =>
  refusal('document.no-file', '파일이 없습니다. 파일을 골라 다시 올려 주세요.', 'There is no file. Choose one and upload it again.');

const emptyFile = (): DomainError =>
  refusal('document.empty', '빈 파일입니다. 내용이 있는 파일을 올려 주세요.', 'The file is empty. Upload one with content.');

const brokenForm = (cause: unknown): DomainError =>
  refusal(
    'document.broken-form',
    '파일이 끝까지 전송되지 않았거나 양식이 잘못되었습니다. 파일 하나만 골라 다시 올려 주세요.',
    'The upload is incomplete or malformed. Choose one file and upload it again.',
    cause,
  );
