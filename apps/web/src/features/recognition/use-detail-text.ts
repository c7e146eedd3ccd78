import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.js';

type Detail = components['schemas']['EvidenceDetailDto'];

const percent = (basisPoints: number): string => `${Math.floor(basisPoints / 100)}.${String(basisPoints % 100).padStart(2, '0')}%`;

/** What a document says, in one line. */
export function useDetailText(): (detail: Detail) => string {
  const { t } = useTranslation();
  return useCallback(
    (detail) => {
      const { termFrom, termTo, holdingBasisPoints, holdingLaw, projectRole, cancelledOn, valuedOn } = detail;
      const parts = [
        detail.counterparty,
        termFrom === null && termTo === null ? null : `${termFrom ?? ''} ~ ${termTo ?? ''}`,
        holdingBasisPoints === null ? null : t('recognition.holds', { percent: percent(holdingBasisPoints) }),
        holdingLaw === null ? null : t(`recognition.laws.${holdingLaw as 'SPECIAL_ZONE'}`),
        valuedOn === null ? null : t('recognition.valued', { date: valuedOn }),
        detail.projectNumber,
        projectRole === null ? null : t(`recognition.roles.${projectRole as 'PARTICIPATION'}`),
        detail.grade,
        detail.zone,
        detail.number,
        cancelledOn === null ? null : t('recognition.cancelled', { date: cancelledOn }),
      ];
      return parts.filter((part) => part !== null).join(' · ');
    },
    [t],
  );
}
