import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { Life } from '#libs/life';
import { sumWon, type Won } from '#libs/money';
import type { InstitutionType } from '../share/share.js';

export type ApplicationState = 'APPLIED' | 'CHECKED' | 'EVALUATED' | 'SELECTED' | 'WAITLISTED' | 'REJECTED' | 'WITHDRAWN' | 'AGREED';
export type ApplicationEvent = 'check' | 'evaluate' | 'select' | 'waitlist' | 'reject' | 'withdraw' | 'recheck' | 'reconsider' | 'agree';

const STATES: Readonly<Record<ApplicationState, Bilingual>> = {
  APPLIED: { ko: '접수', en: 'received' },
  CHECKED: { ko: '요건 적격', en: 'eligible' },
  EVALUATED: { ko: '평가 완료', en: 'evaluated' },
  SELECTED: { ko: '선정', en: 'selected' },
  WAITLISTED: { ko: '예비', en: 'on the waiting list' },
  REJECTED: { ko: '탈락', en: 'turned down' },
  WITHDRAWN: { ko: '신청 철회', en: 'withdrawn' },
  AGREED: { ko: '협약', en: 'agreed' },
};

const EVENTS: Readonly<Record<ApplicationEvent, Bilingual>> = {
  check: { ko: '요건검토', en: 'check' },
  evaluate: { ko: '평가', en: 'evaluate' },
  select: { ko: '선정', en: 'select' },
  waitlist: { ko: '예비 지정', en: 'put on the waiting list' },
  reject: { ko: '탈락', en: 'turn down' },
  withdraw: { ko: '철회', en: 'withdraw' },
  recheck: { ko: '이의 인용(요건 재검토)', en: 'check again after an objection' },
  reconsider: { ko: '이의 인용(재평가)', en: 'evaluate again after an objection' },
  agree: { ko: '협약', en: 'agree' },
};

/** From the receipt to the agreement (docs/domain.md §4.4). An objection that is upheld leads back to the step that was judged. */
export const APPLICATION_LIFE: Life<ApplicationState, ApplicationEvent> = {
  states: STATES,
  events: EVENTS,
  table: {
    APPLIED: { check: 'CHECKED', reject: 'REJECTED', withdraw: 'WITHDRAWN' },
    CHECKED: { evaluate: 'EVALUATED', reject: 'REJECTED', withdraw: 'WITHDRAWN' },
    EVALUATED: { select: 'SELECTED', waitlist: 'WAITLISTED', reject: 'REJECTED', withdraw: 'WITHDRAWN' },
    SELECTED: { agree: 'AGREED', withdraw: 'WITHDRAWN', reject: 'REJECTED' },
    WAITLISTED: { select: 'SELECTED', withdraw: 'WITHDRAWN', reconsider: 'CHECKED' },
    REJECTED: { recheck: 'APPLIED', reconsider: 'CHECKED' },
    WITHDRAWN: {},
    AGREED: {},
  },
  reasons: {
    'WAITLISTED/agree': { ko: '예비 순위는 협약할 수 없습니다. 포기로 자리가 나면 먼저 선정으로 올려 주세요.', en: 'A place on the waiting list cannot agree. Select it first, once a place falls free.' },
    'EVALUATED/agree': { ko: '아직 선정되지 않았습니다. 선정을 결정하고 통보한 뒤 협약해 주세요.', en: 'It has not been selected. Decide and notify first.' },
    'APPLIED/evaluate': { ko: '요건검토를 마친 뒤 평가할 수 있습니다.', en: 'It is evaluated after its requirements were checked.' },
  },
};

export const APPLICANT_ROLES = ['LEAD', 'JOINT', 'COMMISSIONED'] as const;
export type ApplicantRole = (typeof APPLICANT_ROLES)[number];

/** What an institution asks of the government and brings from elsewhere; won. */
export interface Asked {
  readonly governmentWon: Won;
  readonly ownCashWon: Won;
  readonly ownInKindWon: Won;
  readonly localWon: Won;
  readonly otherWon: Won;
}

/** One institution of an application. */
export interface Applicant extends Asked {
  readonly role: ApplicantRole;
  readonly partyId: string;
  readonly institution: InstitutionType;
  readonly investigator: string | null;
  readonly investigatorNumber: string | null;
}

/** What an application says of the project. */
export interface ProjectFacts {
  readonly receivedOn: LocalDate;
  readonly title: string;
  readonly technology: string | null;
  readonly subProgramme: string | null;
  readonly broker: string | null;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly note: string | null;
}

/** Everything asked of the government by all institutions of an application. */
export const requestedWon = (applicants: readonly Pick<Asked, 'governmentWon'>[]): Won => sumWon(applicants.map(({ governmentWon }) => governmentWon));
