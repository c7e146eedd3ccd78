import { openDownload, type DownloadNews } from './download-store.js';
import { ProblemError, problemFrom, problemOf } from './problem.js';
import { sessionFetch } from './session-fetch.js';
import { refuseSubmitted } from './submitted.js';
import { incomplete, readTold, TOLD_FILE } from './told-file.js';

/** Hands a file to the browser's own download. */
export function saveFile(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Fetches a small file of the API and saves it under the name the server gives it. Throws `ProblemError`. */
export async function getFile(path: string, fallbackName: string): Promise<void> {
  const response = await sessionFetch(new Request(new URL(path, location.origin))).catch((): never => {
    throw new ProblemError(problemOf(0, null));
  });
  if (!response.ok) throw new ProblemError(problemOf(response.status, await response.json().catch(() => null)));
  saveFile(await response.blob(), fileNameOf(response.headers.get('content-disposition')) ?? fallbackName);
}

/** What came is shown no more often than anybody could see it. */
const SHOWN_EVERY_MS = 100;

/** What is asked for, and what it is called until the server gives it a name. */
interface Order {
  readonly path: string;
  readonly input: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly fallbackName: string;
}

/**
 * Posts `input` and saves the file that comes back under the name the server gives it. Settles as soon as it is on its way,
 * so that the page can be used: what becomes of it is told beside the page (`DownloadTray`), where it can be stopped too.
 * Throws `ProblemError` and `SubmittedError` where it was refused before.
 */
export function downloadFile(path: string, input: unknown, headers: Record<string, string>, fallbackName: string): Promise<void> {
  return new Promise((resolve, reject) => void carry({ path, input, headers, fallbackName }, resolve, reject));
}

async function carry(order: Order, onItsWay: () => void, refused: (error: unknown) => void): Promise<void> {
  const entry = openDownload(order.fallbackName);
  let isOnItsWay = false;
  const change = (news: DownloadNews): void => {
    entry.change(news);
    isOnItsWay = true;
    onItsWay();
  };
  const again = (): void => {
    entry.close();
    const nobody = (): void => undefined;
    void carry(order, nobody, nobody);
  };
  try {
    const { content, name } = await fetchFile(order, entry.signal, change);
    saveFile(content, name);
    change({ name, state: 'SAVED', receivedBytes: content.size, again });
  } catch (error) {
    if (entry.signal.aborted) return onItsWay();
    if (isOnItsWay) return entry.change({ state: 'FAILED', problem: problemFrom(error), again });
    entry.close();
    refused(error);
  }
}

interface FetchedFile {
  readonly content: Blob;
  readonly name: string;
}

async function fetchFile({ path, input, headers, fallbackName }: Order, signal: AbortSignal, change: (news: DownloadNews) => void): Promise<FetchedFile> {
  const request = new Request(new URL(path, location.origin), {
    method: 'POST',
    signal,
    headers: { ...headers, 'content-type': 'application/json', accept: `${TOLD_FILE}, */*;q=0.5` },
    body: JSON.stringify(input),
  });
  const response = await sessionFetch(request).catch((): never => {
    throw new ProblemError(problemOf(0, null));
  });
  if (!response.ok) throw new ProblemError(problemOf(response.status, await response.json().catch(() => null)));
  if (response.status !== 200) refuseSubmitted(response.status, await response.clone().json().catch(() => null));
  const disposition = response.headers.get('content-disposition');
  if (response.body === null || !(response.headers.get('content-type') ?? '').startsWith(TOLD_FILE)) return { content: await response.blob(), name: fileNameOf(disposition) ?? fallbackName };
  return gather(response.body, fallbackName, change).catch((error: unknown) => {
    // The connection broke off: what came is not the file.
    throw error instanceof ProblemError ? error : incomplete();
  });
}

/** Puts a told file together; what is not the file that the server sent is none. */
async function gather(body: ReadableStream<Uint8Array<ArrayBuffer>>, fallbackName: string, change: (news: DownloadNews) => void): Promise<FetchedFile> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let receivedBytes = 0;
  let shownAt = 0;
  let [name, type] = [fallbackName, 'application/octet-stream'];
  const end = await readTold(body, {
    news: (progress) => change({ progress }),
    head: ({ disposition, mediaType, sizeBytes }) => {
      [name, type] = [fileNameOf(disposition) ?? fallbackName, mediaType];
      change({ name, sizeBytes });
    },
    bytes: (piece) => {
      pieces.push(piece);
      receivedBytes += piece.length;
      const now = performance.now();
      if (now - shownAt < SHOWN_EVERY_MS) return;
      shownAt = now;
      change({ receivedBytes });
    },
  });
  const content = new Blob(pieces, { type });
  if (content.size !== end.sizeBytes || (await isAltered(content, end.sha256))) throw incomplete();
  return { content, name };
}

/** False also where the browser does not reckon hashes: over plain http it does not. */
async function isAltered(content: Blob, sha256: string): Promise<boolean> {
  if (!window.isSecureContext) return false;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await content.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') !== sha256;
}

function fileNameOf(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null;
}

/** Uploads one file as multipart form data, with further `fields` of the form. Throws `ProblemError`, and `SubmittedError` where it waits for signatures. */
export async function uploadFile<Result>(path: string, file: File, headers: Record<string, string> = {}, fields: Readonly<Record<string, string>> = {}): Promise<Result> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', file, file.name);
  const response = await sessionFetch(new Request(new URL(path, location.origin), { method: 'POST', headers, body })).catch((): never => {
    throw new ProblemError(problemOf(0, null));
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ProblemError(problemOf(response.status, answer));
  refuseSubmitted(response.status, answer);
  return answer as Result;
}
