import type { LocalDate } from '#libs/calendar';
import { DomainError, invalidField } from '#libs/errors';
import { formatWon, type Won } from '#libs/money';
import type { Instrument } from '../investment/investment.js';

/** What each instrument may become (docs/domain.md §2.6); what is not here cannot be converted. */
export const CONVERTS_INTO: Readonly<Partial<Record<Instrument, readonly Instrument[]>>> = {
  RCPS: ['COMMON', 'CPS'],
  CPS: ['COMMON'],
  CB: ['COMMON', 'RCPS', 'CPS'],
  BW: ['COMMON', 'RCPS', 'CPS'],
  EB: ['COMMON', 'RCPS', 'CPS'],
  SAFE: ['COMMON', 'RCPS', 'CPS'],
  CONVERTIBLE_NOTE: ['COMMON', 'RCPS', 'CPS'],
};

/** A holding as a conversion looks at it. Amounts in won. */
export interface Holding {
  readonly instrument: Instrument;
  readonly paidOn: LocalDate;
  readonly stands: boolean;
  /** Of its cost, what was neither converted before nor given away in exits. */
  readonly convertibleWon: Won;
}

/** A conversion is of a holding that stands, into what it may become, of at most what is held. Throws `DomainError`. */
export function holdingConverts(holding: Holding, into: Instrument, amountWon: Won, on: LocalDate, today: LocalDate): void {
  const possible = CONVERTS_INTO[holding.instrument] ?? [];
  if (!holding.stands || possible.length === 0) {
    throw new DomainError('conflict', holding.stands ? 'conversion.not-convertible' : 'conversion.nothing-held', {
      ko: holding.stands ? '전환권이 없는 투자방식입니다. 전환할 투자를 다시 골라 주세요.' : '취소·해제된 투자는 전환할 수 없습니다.',
      en: holding.stands ? 'This instrument cannot be converted. Choose another holding.' : 'A voided or rescinded deal cannot be converted.',
    });
  }
  if (!possible.includes(into)) {
    throw invalidField('/instrument', 'conversion.into', { ko: `이 투자는 ${possible.join(', ')}(으)로만 전환할 수 있습니다.`, en: `This holding converts into ${possible.join(', ')} only.` });
  }
  if (on < holding.paidOn || on > today) {
    throw invalidField('/convertedOn', 'conversion.date', { ko: `전환일은 투자금 납입일(${holding.paidOn})과 오늘 사이여야 합니다.`, en: `The conversion lies between the payment on ${holding.paidOn} and today.` });
  }
  if (amountWon > holding.convertibleWon) {
    throw invalidField('/convertedWon', 'conversion.more-than-held', {
      ko: `전환할 수 있는 취득원가는 ${formatWon(holding.convertibleWon)}원입니다. 이미 전환했거나 회수한 금액은 다시 전환할 수 없습니다.`,
      en: `Cost of ${formatWon(holding.convertibleWon)} won can still be converted. What was converted or sold before cannot be again.`,
    });
  }
}
