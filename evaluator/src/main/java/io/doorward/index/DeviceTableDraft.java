package io.doorward.index;

import static java.util.Objects.requireNonNull;

import io.doorward.index.persistent.Edit;
import io.doorward.index.persistent.PagedArray;
import io.doorward.index.persistent.RecordArray;
import org.jspecify.annotations.Nullable;

/** The next version of the devices. */
final class DeviceTableDraft extends IdDraft<DeviceRow> {

    private RecordArray records;
    private PagedArray<RareOfDevice> rare;

    DeviceTableDraft(DeviceTable before, RecordArray records, PagedArray<RareOfDevice> rare, Edit edit) {
        super(before, edit);
        this.records = records;
        this.rare = rare;
    }

    @Override
    int numberOfRow(String id) {
        return DeviceTable.find(id, hash, directory, records, rare);
    }

    @Override
    String idOf(DeviceRow row) {
        return row.id().value();
    }

    @Override
    @Nullable
    DeviceRow at(int number) {
        return DeviceTable.at(number, records, rare);
    }

    /** Whether the device with this number is, by now, that of a workspace; without a row made of it. */
    boolean isOwnedBy(int number, int workspace) {
        long[] page = records.page(number);
        int at = records.offset(number);
        return page[at + DeviceTable.GENERATION] != 0
                && DeviceTable.workspace(page[at + DeviceTable.PLACE]) == workspace;
    }

    @Override
    public int hashOf(int number) {
        return requireNonNull(at(number)).hash(hash);
    }

    @Override
    void write(DeviceRow row) {
        records = records.with(edit, row.number, DeviceTable.record(row));
        boolean isRare = row.text != null || row.claimedBy.length > 0 || row.links.length > 0;
        if (isRare) {
            rare = rare.with(edit, row.number, new RareOfDevice(row.text, row.claimedBy, row.links));
        } else {
            clearRare(row.number);
        }
    }

    /** Says what teams of the owning workspace hold on a device that is there. */
    void mark(int number, int teamGrants) {
        long[] page = records.page(number);
        int at = records.offset(number);
        if (DeviceTable.teamGrants(page[at + DeviceTable.GENERATION], page[at + DeviceTable.PLACE]) != teamGrants) {
            records = records.with(
                    edit, number, DeviceTable.record(requireNonNull(at(number)).with(teamGrants)));
        }
    }

    @Override
    void clear(int number) {
        records = records.without(edit, number);
        clearRare(number);
    }

    private void clearRare(int number) {
        if (rare.get(number) != null) {
            rare = rare.with(edit, number, null);
        }
    }

    DeviceTable freeze() {
        return new DeviceTable(records, rare, directory, hash, bound, free());
    }
}
