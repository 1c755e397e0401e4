"""Check that a workspace is consistent: everything named exists, once, and everything written is printed."""

from leafwright.integrity.brand_files import check_brand_file, check_palette
from leafwright.integrity.clinics import check_clinic, palette_of
from leafwright.integrity.departments import check_same_department, lacks_department
from leafwright.integrity.handouts import (
    check_codes,
    check_file_names,
    check_handout,
    check_references,
    check_slots,
    keys_of,
)
from leafwright.integrity.known import (
    LONGEST,
    Known,
    bad_file_name,
    bad_folder,
    is_key,
    no_language,
    with_home,
)
from leafwright.integrity.logos import (
    Backdrop,
    PartnerLogo,
    PrintedLogo,
    check_logo,
    logo_file,
    read_logo,
    read_partner,
)
