import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';

/** How far a long answer is: rows read, pages laid out, pages written. `total` is null while nobody knows it. */
export interface Progress {
  readonly phase: 'READING' | 'LAYING_OUT' | 'WRITING';
  readonly done: number;
  readonly total: number | null;
}

/** Whoever waits at the other end of a request: may be told how far it is, and may leave. */
export interface Attendance {
  /** Aborted when the connection goes away before the answer is out: what is made for it is made for nobody. */
  readonly signal: AbortSignal;
  tell(progress: Progress): void;
}

/** Metadata of an attended route. */
export const ATTENDED = 'baton:attended';
const PROPERTY = Symbol('attendance');

type Request = object & { [PROPERTY]?: Attendance };

/** A route whose answer is a file that may take long. A client may ask to be told how far it is (see `TOLD_FILE`). */
export const Attended = (): MethodDecorator => SetMetadata(ATTENDED, true);

/** Puts down who waits for the answer to `request`. */
export function attend(request: object, attendance: Attendance): void {
  (request as Request)[PROPERTY] = attendance;
}

const NOBODY: Attendance = { signal: new AbortController().signal, tell: () => undefined };

/** Parameter decorator: who waits for this answer. */
export const Attending = createParamDecorator((_: unknown, context: ExecutionContext): Attendance => context.switchToHttp().getRequest<Request>()[PROPERTY] ?? NOBODY);
