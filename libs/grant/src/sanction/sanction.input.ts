import { localDate, type LocalDate } from '#libs/calendar';
import { won } from '#libs/money';
import type { SanctionGround } from './sanction.js';
import type { DecideGrantSanctionDto } from './sanction.dto.js';
import type { DecideSanction } from './sanction.service.js';

const dayOrNull = (text: string | undefined): LocalDate | null => (text === undefined ? null : localDate(text));

export function sanctionInput(agreementId: string, body: DecideGrantSanctionDto): DecideSanction {
  const { ground, improperOn, noticeOn, dueOn, instalments, misspentWon, penaltyWon, adjustment, banMonths, banFrom, bansInvestigator, reason } = body;
  return {
    ...{ agreementId, ground: ground as SanctionGround, improperOn: localDate(improperOn), noticeOn: localDate(noticeOn), dueOn: dayOrNull(dueOn), instalments: instalments ?? 1 },
    ...{ misspentWon: won(misspentWon), penaltyWon: penaltyWon === undefined ? null : won(penaltyWon), adjustment: adjustment ?? null },
    ...{ banMonths, banFrom: dayOrNull(banFrom), bansInvestigator: bansInvestigator === true, reason },
  };
}
