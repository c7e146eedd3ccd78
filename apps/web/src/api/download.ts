import { ProblemError, problemOf } from './problem.js';
import { sessionFetch } from './session-fetch.js';
import { refuseSubmitted } from './submitted.js';

/** Hands a file to the browser's own download. */
export function saveFile(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Posts `input` and saves the file that comes back under the name the server gives it. Throws `ProblemError`. */
export async function downloadFile(path: string, input: unknown, headers: Record<string, string>, fallbackName: string): Promise<void> {
  const request = new Request(new URL(path, location.origin), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const response = await sessionFetch(request).catch((): never => {
    throw new ProblemError(problemOf(0, null));
  });
  if (!response.ok) throw new ProblemError(problemOf(response.status, await response.json().catch(() => null)));
  saveFile(await response.blob(), fileNameOf(response.headers.get('content-disposition')) ?? fallbackName);
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
