import { endInstitute, recordInstitutes } from '../public-institute/public-institute.service.js';
import { recordException } from './exception/exception.service.js';

/** Commands around evidence that need no service. */
export const EVIDENCE_COMMANDS = [recordException, recordInstitutes, endInstitute] as const;
