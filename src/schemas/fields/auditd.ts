import type { FieldCatalogue } from './catalogue.js';
import { KEYWORD, overlay, plain } from './overlay.js';

/** What Auditd Manager and Auditbeat add to ECS, as far as rules use it. https://www.elastic.co/docs/reference/integrations/auditd_manager */
export const AUDITD: FieldCatalogue = overlay([
  ['auditd', 'message_type result session user.loginuid', KEYWORD],
  ['auditd', 'sequence', plain('long')],
  [
    'auditd.data',
    'a a0 a1 a2 a3 acct addr apparmor arch argc cmd cmdline cwd data device enforcing exe exit family grantors hostname items key name nametype new old op path per perm pid res seresult ses sig socket.addr socket.family socket.path socket.port syscall terminal tty unit uid vm',
    KEYWORD,
  ],
  ['auditd.summary', 'actor.primary actor.secondary how object.primary object.secondary object.type', KEYWORD],
  ['auditd.paths', 'cap_fe cap_fi cap_fp cap_fver dev inode item mode name nametype obj_domain obj_level obj_role obj_user ogid ouid rdev', KEYWORD],
  ['user.audit', 'id name group.id group.name', KEYWORD],
  ['user.filesystem', 'id name group.id group.name', KEYWORD],
  ['user.saved', 'id name group.id group.name', KEYWORD],
]);
