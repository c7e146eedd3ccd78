import { localDate, type LocalDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { cleanText } from '#libs/identifier';
import { won } from '#libs/money';
import { toBusiness } from '../business/business.input.js';
import type { DeclareGrantRoyaltyDto, RegisterGrantRoyaltyDto } from './royalty.dto.js';
import type { DeclareIncome, RegisterTechnology } from './royalty.service.js';
import type { ResultUse } from './technology.js';

export function toTechnology(agreementId: string, body: RegisterGrantRoyaltyDto): RegisterTechnology {
  const use = body.use as ResultUse;
  const contributionBasisPoints = body.contributionBasisPoints ?? null;
  if (use === 'OWN_USE' && (contributionBasisPoints === null || contributionBasisPoints === 0)) {
    throw invalidField('/contributionBasisPoints', 'grant-royalty.contribution-wanted', { ko: '직접 사업화에는 기술기여도가 필요합니다. 0%보다 크게 적어 주세요.', en: 'A result that is used needs its contribution, above 0 %.' });
  }
  if (use === 'LICENCE' && contributionBasisPoints !== null) {
    throw invalidField('/contributionBasisPoints', 'grant-royalty.contribution-unknown', { ko: '기술실시에는 기술기여도를 적지 않습니다. 비워 두세요.', en: 'A licence has no contribution. Leave it empty.' });
  }
  return { agreementId, company: toBusiness(body.company, 'COMPANY', '/company'), name: cleanText(body.name), patentNumber: body.patentNumber ?? null, use, contributionBasisPoints, contractedOn: localDate(body.contractedOn) };
}

export function toDeclaration(technologyId: string, body: DeclareGrantRoyaltyDto, today: LocalDate): DeclareIncome {
  return {
    ...{ technologyId, year: body.year, incomeWon: won(body.incomeWon) },
    collectedOn: body.collectedOn === undefined ? null : localDate(body.collectedOn),
    declaredOn: body.declaredOn === undefined ? today : localDate(body.declaredOn),
    ...{ jobs: body.jobs ?? null, documentId: body.documentId ?? null },
  };
}
