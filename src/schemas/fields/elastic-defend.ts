import type { FieldCatalogue } from './catalogue.js';
import { mergeCatalogues } from './catalogue.js';
import { CASELESS, KEYWORD, overlay, plain } from './overlay.js';

const SIGNATURE = 'exists valid trusted';

/** What Elastic Defend adds to ECS in its event streams, as far as rules use it. https://www.elastic.co/docs/solutions/security/configure-elastic-defend */
export const ELASTIC_DEFEND: FieldCatalogue = mergeCatalogues([
  overlay([
    ['process', 'executable name working_directory', CASELESS],
    ['process.parent', 'executable name', CASELESS],
    ['file', 'name path', CASELESS],
    ['host.os', 'name full', CASELESS],
    ['user', 'name', CASELESS],
    ['registry', 'path value', KEYWORD],
    ['dll', 'name path', CASELESS],
  ]),
  overlay([
    ['process.Ext', 'ancestry authentication_id architecture protection session trusted trusted_descendant relation_type', KEYWORD],
    ['process.Ext', 'relative_file_creation_time relative_file_name_modify_time', plain('double')],
    ['process.Ext', 'defense_evasions dll_count', KEYWORD],
    ['process.Ext.session_info', 'logon_type client_address id authentication_package user_flags relative_logon_time relative_password_age', KEYWORD],
    ['process.Ext.code_signature', 'status subject_name', KEYWORD],
    ['process.Ext.code_signature', SIGNATURE, plain('boolean')],
    ['process.Ext.token', 'domain elevation_level integrity_level_name privileges sid type user', KEYWORD],
    ['process.Ext.token', 'elevation is_appcontainer security_attributes', KEYWORD],
    ['process.Ext.token', 'integrity_level impersonation_level', KEYWORD],
    ['process.Ext.effective_parent', 'entity_id executable name', CASELESS],
    ['process.Ext.effective_parent', 'pid', plain('long')],
    ['process.Ext.created_suspended', 'value', KEYWORD],
    ['process.Ext.memory_region', 'allocation_base allocation_protection bytes_address bytes_allocation_offset region_base region_protection region_state', KEYWORD],
    ['process.Ext.memory_region', 'allocation_size bytes_address_size region_size', plain('unsigned_long')],
    ['process.Ext.api', 'name summary behaviors', KEYWORD],
    ['process.Ext.api.metadata', 'target_address_name target_address_path background_callcount amsi_filenames return_value', KEYWORD],
    ['process.Ext.api.parameters', 'desired_access desired_access_numeric handle_type protection protection_old device provider consumer consumer_type operation rotation_type argument1 argument2', KEYWORD],
    ['process.Ext.api.parameters', 'size address', plain('unsigned_long')],
    ['process.thread.Ext', 'call_stack_summary call_stack_final_user_module.name call_stack_final_user_module.path hook_module start_address_module', KEYWORD],
    ['process.parent.Ext', 'real.pid', plain('long')],
    ['process.parent.Ext', 'architecture user protection', KEYWORD],
    ['process.parent.Ext.code_signature', 'status subject_name', KEYWORD],
    ['process.parent.Ext.code_signature', SIGNATURE, plain('boolean')],
    ['dll.Ext', 'relative_file_creation_time relative_file_name_modify_time size', plain('double')],
    ['dll.Ext', 'load_index', plain('unsigned_long')],
    ['dll.Ext', 'mapped_address mapped_size defense_evasions', KEYWORD],
    ['dll.Ext.device', 'bus_type product_id vendor_id serial_number volume_device_type file_system_type dos_name', KEYWORD],
    ['file.Ext', 'header_bytes header_data original.name original.path original.extension entropy_text monotonic_id_text', KEYWORD],
    ['file.Ext', 'entropy', plain('double')],
    ['file.Ext', 'windows.zone_identifier', KEYWORD],
    ['file.Ext.device', 'bus_type product_id vendor_id serial_number volume_device_type file_system_type dos_name', KEYWORD],
    ['Effective_process', 'entity_id executable name', KEYWORD],
    ['Effective_process', 'pid', plain('long')],
    ['Target.process', 'entity_id executable name command_line', KEYWORD],
    ['Target.process', 'pid', plain('long')],
  ]),
  new Map([
    ['process.Ext.token.elevation', plain('boolean')],
    ['process.Ext.token.is_appcontainer', plain('boolean')],
    ['process.Ext.trusted', plain('boolean')],
    ['process.Ext.trusted_descendant', plain('boolean')],
    ['process.Ext.session_info.relative_logon_time', plain('double')],
    ['process.Ext.session_info.relative_password_age', plain('double')],
  ]),
]);
