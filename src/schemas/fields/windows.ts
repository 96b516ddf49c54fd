import type { FieldCatalogue } from './catalogue.js';
import { KEYWORD, overlay, plain } from './overlay.js';

/** Parameters of Windows events that rules read most; integrations map every one of them as a keyword. */
const EVENT_DATA =
  'AccessList AccessMask AccountName AllowedToDelegateTo AttributeLDAPDisplayName AttributeValue AuthenticationPackageName CallTrace ClientProcessId Company Consumer Description DSName ElevatedToken FailureReason GrantedAccess ImagePath ImpersonationLevel IntegrityLevel IpAddress IpPort KeyLength LmPackageName LogonGuid LogonProcessName LogonType MemberName MemberSid MinuteMask ObjectClass ObjectDN ObjectGUID ObjectName ObjectServer ObjectType OldTargetUserName OpCorrelationID Operation OperationType OriginalFileName ParentProcessId Path PipeName PrivilegeList ProcessId ProcessName Product Properties RelativeTargetName Resource RpcCallClientLocality SchemaFriendlyName ServiceFileName ServiceName ServicePrincipalNames ServiceSid ServiceType ShareName Signature SignatureStatus Signed SourceImage SourceProcessGUID StartType Status SubjectDomainName SubjectLogonId SubjectUserName SubjectUserSid SubStatus TargetDomainName TargetImage TargetLogonId TargetProcessGUID TargetServerName TargetSid TargetUserName TargetUserSid TaskContent TaskContentNew TaskName TicketEncryptionType TicketOptions TokenElevationType WorkstationName';

/** What the Windows integrations (`system.security`, `windows.*`) and Winlogbeat add to ECS. https://www.elastic.co/docs/reference/integrations/windows */
export const WINDOWS: FieldCatalogue = overlay([
  [
    'winlog',
    'activity_id api channel computer_name event_id keywords level opcode outcome provider_guid provider_name record_id related_activity_id task trustAttribute trustDirection trustType',
    KEYWORD,
  ],
  ['winlog', 'version', plain('long')],
  ['winlog', 'time_created', plain('date')],
  ['winlog.event_data', EVENT_DATA, KEYWORD],
  ['winlog.logon', 'type id failure.reason failure.status failure.sub_status', KEYWORD],
  ['winlog.process', 'pid thread.id', plain('long')],
  ['winlog.user', 'identifier name domain type', KEYWORD],
  ['powershell', 'id pipeline_id runspace_id command.name command.path command.type command.value engine.version', KEYWORD],
  ['powershell', 'sequence total file.script_block_length file.script_block_unique_symbols', plain('long')],
  ['powershell.file', 'script_block_id script_block_hash', KEYWORD],
  ['powershell.file', 'script_block_text', plain('text')],
  ['powershell.file', 'script_block_entropy_bits script_block_surprisal_stdev', plain('double')],
]);
