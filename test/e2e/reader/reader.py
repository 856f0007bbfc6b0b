"""Reads the accessibility tree as a screen reader does, through AT-SPI, and hears what is announced.

Each line of the input is a question in JSON, each line of the output an answer or, without having been asked, something heard.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib

# What a reader says once, as a whole, since its name is made of what it contains.
WHOLE = {"push button", "toggle button", "link", "heading", "static", "radio button", "check box", "menu item", "check menu item",
         "radio menu item", "page tab", "table row", "column header", "table cell", "switch", "entry", "password text", "image"}
# What tells nothing by itself.
SILENT = {"section", "paragraph", "panel", "filler", "label", "unknown", "redundant object", "internal frame", "form"}
TOLD_STATES = ("focused", "selected", "checked", "pressed", "expanded", "invalid-entry", "required", "busy", "modal", "expandable")


def tell(answer):
    print(json.dumps(answer, ensure_ascii=False), flush=True)


def switch_on():
    """Says on the message bus that a screen reader runs, as Orca does: applications answer only then."""
    status = Gio.DBusProxy.new_for_bus_sync(Gio.BusType.SESSION, Gio.DBusProxyFlags.NONE, None, "org.a11y.Bus", "/org/a11y/bus",
                                            "org.freedesktop.DBus.Properties", None)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        told = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        status.call_sync("Set", told, Gio.DBusCallFlags.NONE, -1, None)


def described(node):
    states = {state.value_nick for state in node.get_state_set().get_states()}
    attributes = node.get_attributes() or {}
    return {
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "states": [state for state in TOLD_STATES if state in states] + ([] if "enabled" in states else ["disabled"]),
        **{key: attributes[key] for key in ("level", "posinset", "setsize", "rowindex", "current") if key in attributes},
    }


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def documents():
    """The pages of all windows that are shown."""
    def below(node):
        described(node)  # Chromium builds the tree of a window only once somebody asks for more than names
        if node.get_role_name() == "document web":
            yield node
        else:
            for child in children(node):
                yield from below(child)
    desktop = Atspi.get_desktop(0)
    # what is new since the last time is not always told
    for application in children(desktop):
        yield from below(application)


def walk(node):
    """Yields what is read, in its order. A dialog that is modal is all there is."""
    told = described(node)
    if told["role"] not in SILENT or told["name"]:
        yield node, told
    if told["role"] not in WHOLE:
        for child in children(node):
            yield from walk(child)


def everything():
    for document in documents():
        yield from walk(document)


def found(role, name):
    for node, told in everything():
        if told["role"] == role and (name in told["name"] if name.endswith(" ") else told["name"] == name):
            return node
    return None


def answer(question):
    if question["do"] == "read":
        return [told for _, told in everything()]
    if question["do"] == "focused":
        return next((told for _, told in everything() if "focused" in told["states"] and told["role"] != "document web"), None)
    node = found(question["role"], question["name"])
    if question["do"] == "press":
        return node is not None and node.get_action_iface().do_action(0)
    raise ValueError(question["do"])


def hear(event):
    """Announces what a live region has said, and where the focus has gone."""
    try:
        if event.type.startswith("object:children-changed"):
            return  # only heard so that the library renews what it keeps
        attributes = event.source.get_attributes() or {}
        live = attributes.get("container-live", "off")
        if event.type.startswith("object:state-changed:focused"):
            if event.detail1:
                tell({"focus": described(event.source)})
        elif event.type.startswith("object:announcement"):
            tell({"heard": event.any_data, "live": "announcement"})
        elif live != "off" and isinstance(event.any_data, str):
            words = event.any_data.replace("\ufffc", "").strip()
            if words:
                tell({"heard": words, "live": live})
    except GLib.Error:
        pass  # the element has gone meanwhile


def on_line(_channel, condition):
    line = sys.stdin.readline()
    if not line or condition & GLib.IOCondition.HUP and not line:
        loop.quit()
        return False
    question = json.loads(line)
    try:
        tell({"answer": answer(question)})
    except (GLib.Error, AttributeError) as error:
        tell({"failed": str(error)})  # the tree has changed while it was read
    return True


switch_on()
listener = Atspi.EventListener.new(hear)
for kind in ("object:children-changed:add", "object:text-changed:insert", "object:announcement", "object:state-changed:focused"):
    listener.register(kind)
loop = GLib.MainLoop()
GLib.io_add_watch(GLib.IOChannel.unix_new(0), GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, on_line)
tell({"answer": "ready"})
loop.run()
