export { ProgrammeModule } from './programme.module.js';
export { findVintage, getProgramme, listProgrammes } from './programme.query.js';
export type { ProgrammeRow } from './programme.query.js';
export { addVintage, createProgramme, PROGRAMME_RATIO, PROGRAMME_TARGET } from './programme.service.js';
export type { AddVintage, CreateProgramme } from './programme.service.js';
