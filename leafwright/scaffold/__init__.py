"""Make a new workspace, clinic or handout, which builds at once with made-up values; copy bundled files."""

from leafwright.scaffold.answers import CLINIC_ANSWERS, HANDOUT_ANSWERS, ScaffoldError
from leafwright.scaffold.brands import begin_brand
from leafwright.scaffold.copying import KINDS, WantedCopy, copy_file
from leafwright.scaffold.examples import SKELETONS
from leafwright.scaffold.folders import new_clinic, new_handout
from leafwright.scaffold.renewal import renew_workspace
from leafwright.scaffold.wheels import REQUIREMENTS, find_wheel
from leafwright.scaffold.workspaces import HOSTS, WorkspaceRequest, add_ci, new_workspace
