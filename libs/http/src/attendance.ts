import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';

/** How far a long answer is: rows read, pages laid out, pages written, rows filled in. `total` is null while nobody knows it. */
export interface Progress {
  readonly phase: 'READING' | 'LAYING_OUT' | 'WRITING' | 'FILLING';
  readonly done: number;
  readonly total: number | null;
}

/** Whoever waits at the other end of a request: may be told how far it is, and may leave. */
export interface Attendance {
  /** Aborted when the connection goes away before the answer is out: what is made for it is made for nobody. */
  readonly signal: AbortSignal;
  readonly tell: (progress: Progress) => void;
}

/** Who is told of a piece of work, and may be able to leave. */
type Listener = Pick<Attendance, 'tell'> & Partial<Attendance>;

/** Whoever waits, as the making of a file knows them: it says how much is done, of how much where it knows, and ends when they leave. */
interface Onlooker {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (done: number, total: number | null) => void;
}

/** Whoever waits for a paper: they hear of pages, first counted, then written. */
export const onlookerOfPages = ({ signal, tell }: Listener): Onlooker => ({
  signal,
  onProgress: (done, total) => tell({ phase: total === null ? 'LAYING_OUT' : 'WRITING', done, total }),
});

/** Whoever waits for a workbook or a list: they hear of rows. */
export const onlookerOfRows = ({ signal, tell }: Listener): Onlooker => ({
  signal,
  onProgress: (done, total) => tell({ phase: 'FILLING', done, total }),
});

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
