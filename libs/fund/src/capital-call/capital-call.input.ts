import { localDate, type LocalDate } from '#libs/calendar';
import { won, type Won } from '#libs/money';
import { CALL_KINDS, CALL_PURPOSES, type CallKind, type CallPurpose } from './capital-call.js';

/** A call as the command wants it. */
interface CallInput {
  readonly fundId: string;
  readonly amountWon: Won;
  readonly kind?: CallKind;
  readonly purposeCode?: CallPurpose;
  readonly purpose: string;
  readonly contact?: string;
  readonly noticeOn: LocalDate;
  readonly dueOn: LocalDate;
}

/** A call as the request tells it. */
interface CallBody {
  readonly amountWon: string;
  readonly kind?: string;
  readonly purposeCode?: string;
  readonly purpose: string;
  readonly contact?: string;
  readonly noticeOn: string;
  readonly dueOn: string;
}

/** The request as the command wants it; what it leaves open stays open. */
export function issueInput(fundId: string, body: CallBody): CallInput {
  const kind = CALL_KINDS.find((each) => each === body.kind);
  const purposeCode = CALL_PURPOSES.find((each) => each === body.purposeCode);
  return {
    fundId,
    amountWon: won(body.amountWon),
    purpose: body.purpose,
    noticeOn: localDate(body.noticeOn),
    dueOn: localDate(body.dueOn),
    ...(kind === undefined ? {} : { kind }),
    ...(purposeCode === undefined ? {} : { purposeCode }),
    ...(body.contact === undefined ? {} : { contact: body.contact }),
  };
}
