import type { GrantRegime } from '../call/call.js';
import type { ChangeKind, Need } from './amendment.js';

interface Rule {
  readonly need: Need;
  readonly clause: string;
}

/** What each regime asks for, by what changes. Lines: see `LINE_RULES`. */
export const CHANGE_RULES: Readonly<Record<GrantRegime, Readonly<Record<Exclude<ChangeKind, 'LINE'>, Rule>>>> = {
  RND: {
    METHODS: { need: 'NOTICE', clause: '국가연구개발혁신법 시행령 제14조제2항제1호' },
    RESEARCHERS: { need: 'NOTICE', clause: '국가연구개발혁신법 시행령 제14조제2항제2호' },
    INVESTIGATOR: { need: 'APPROVAL', clause: '국가연구개발혁신법 제11조제2항' },
    PERIOD: { need: 'APPROVAL', clause: '국가연구개발혁신법 제11조제2항' },
    STAGE: { need: 'APPROVAL', clause: '국가연구개발혁신법 제11조제2항' },
    SOURCE: { need: 'APPROVAL', clause: '국가연구개발혁신법 제11조제2항' },
    TITLE: { need: 'APPROVAL', clause: '국가연구개발혁신법 제11조제2항' },
  },
  SUBSIDY: {
    METHODS: { need: 'NOTICE', clause: '교부조건(경미한 변경)' },
    RESEARCHERS: { need: 'NOTICE', clause: '교부조건(경미한 변경)' },
    INVESTIGATOR: { need: 'APPROVAL', clause: '보조금 관리에 관한 법률 제23조' },
    PERIOD: { need: 'APPROVAL', clause: '보조금 관리에 관한 법률 제23조' },
    STAGE: { need: 'APPROVAL', clause: '보조금 관리에 관한 법률 제23조' },
    SOURCE: { need: 'APPROVAL', clause: '보조금 관리에 관한 법률 제23조' },
    TITLE: { need: 'APPROVAL', clause: '보조금 관리에 관한 법률 제23조' },
  },
};

interface LineRules {
  /** More of an indirect line, or of one of these codes, is approved beforehand. */
  readonly raisedByApproval: readonly string[];
  readonly raised: Rule;
  readonly other: Rule;
  /** What is carried from the stage before, or taken in from interest (시행령 제20조제3항). */
  readonly beyondThePlan: Rule;
}

/** Research allowance is D9 (시행령 별표 2). The database holds the same rule (`grant_beyond_notice`). */
export const LINE_RULES: Readonly<Record<GrantRegime, LineRules>> = {
  RND: {
    raisedByApproval: ['D9'],
    raised: { need: 'APPROVAL', clause: '국가연구개발혁신법 시행령 제14조제2항제3호 단서(간접비·연구수당 증액)' },
    other: { need: 'NOTICE', clause: '국가연구개발혁신법 시행령 제14조제2항제3호' },
    beyondThePlan: { need: 'APPROVAL', clause: '국가연구개발혁신법 시행령 제20조제3항' },
  },
  SUBSIDY: {
    raisedByApproval: [],
    raised: { need: 'APPROVAL', clause: '보조금 관리에 관한 법률 제23조' },
    other: { need: 'APPROVAL', clause: '보조금 관리에 관한 법률 제23조' },
    beyondThePlan: { need: 'APPROVAL', clause: '보조금 관리에 관한 법률 제31조' },
  },
};
