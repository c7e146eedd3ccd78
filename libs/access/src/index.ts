import { UserEntity, UserRoleEntity } from './user/user.entity.js';

export { AccessModule } from './access.module.js';
export type { AccessOptions } from './access.options.js';
export type { AccessRule } from './guard/access-rule.js';
export { Allow, CurrentActor, Public, RequestOrigin } from './guard/decorators.js';
export { assertEveryRouteIsGuarded, listRoutes } from './guard/routes.js';
export type { Route } from './guard/routes.js';
export { AccessLog } from './log/access-log.js';
export type { AccessEntry } from './log/access-log.js';
export { actorOf, SYSTEM_ACTOR, SYSTEM_USER_ID } from './permission/actor.js';
export type { Person } from './permission/actor.js';
export { PERMISSIONS, permissionsOf } from './permission/permissions.js';
export type { Permission } from './permission/permissions.js';
export { ROLE_CODES, ROLES, TOXIC_ROLE_PAIRS } from './permission/role.js';
export type { Role } from './permission/role.js';
export { seedUsers } from './user/seed-users.js';
export type { SeedUser } from './user/seed-users.js';
export type { CreatedUser, NewUser } from './user/user.js';

export const ACCESS_ENTITIES = [UserEntity, UserRoleEntity] as const;
