import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { EVERYWHERE, type ScopeChoice } from './grant.requests.js';

/** Says in words where a role is held: '전체', 'FND-2024-01 새봄투자조합', '공공기술사업화 프로그램 전체'. */
export function useScopeWords(choices: readonly ScopeChoice[]): (scope: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (scope) => {
      if (scope === EVERYWHERE) return t('grants.everywhere');
      const choice = choices.find((each) => each.scope === scope);
      if (choice === undefined) return scope;
      return choice.kind === 'PROGRAMME' ? t('grants.wholeProgramme', { name: choice.name }) : `${choice.code} ${choice.name}`;
    },
    [choices, t],
  );
}
