import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** What an answer told, and of whom: one label for each person, account or thing in it. Nobody: nothing is logged. */
type SubjectsOf<Answer> = (answer: Answer) => readonly string[];

export interface AccessNote {
  readonly subjectKind: string;
  readonly subjectsOf: SubjectsOf<never>;
}

const NOTE = Symbol('access note');
/** How the contract says that reading is on record. */
const EXTENSION = 'x-access-log';

/** On a route whose answer holds personal data: who asked is on record, with of whom and of how many, before the answer leaves. */
export function LogsAccess<Answer>(subjectKind: string, subjectsOf: SubjectsOf<Answer>): MethodDecorator {
  const note: MethodDecorator = (_target, _property, descriptor): void => {
    Reflect.defineMetadata(NOTE, { subjectKind, subjectsOf }, descriptor.value as object);
  };
  return applyDecorators(note, ApiExtension(EXTENSION, true));
}

/** On a route whose service writes to the access log itself, because it knows the reason (a download, an unmasking). */
export const AccessIsLogged = (): MethodDecorator => ApiExtension(EXTENSION, true);

export function accessNoteOf(handler: object): AccessNote | null {
  return (Reflect.getOwnMetadata(NOTE, handler) as AccessNote | undefined) ?? null;
}

const SHOWN_NAMES = 5;

/** The first of the names and how many more there are: `김바람, 이나래 외 11`. */
export function subjectLabel(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, SHOWN_NAMES).join(', ');
  return distinct.length > SHOWN_NAMES ? `${shown} 외 ${distinct.length - SHOWN_NAMES}` : shown;
}
