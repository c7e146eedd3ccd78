import type { LocalDate } from '#libs/calendar';
import type { DecidedForm, ProjectForm } from '#libs/grant';

/** Form 7 of a decided settlement, at one point in both times. */
export interface FormFacts {
  readonly form: DecidedForm;
  /** Where the institution leads others: the forms of all of them that were decided by then. */
  readonly project: ProjectForm | null;
  readonly asOf: LocalDate;
  readonly knownBefore: Date;
}
